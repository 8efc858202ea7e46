package io.exoscout.predictor.inputs;

import java.util.Objects;

import io.exoscout.openapi.ApiParts;
import io.exoscout.openapi.ServiceDocs;
import io.swagger.v3.oas.models.OpenAPI;

/** Describes the cells of a row, which can be any column's. */
public final class ProfileDocs implements ServiceDocs {

	private static final String REQUEST = ProfileRequest.class.getSimpleName();

	@Override
	public void complete(OpenAPI api) {
		if (api.getComponents().getSchemas() != null && api.getComponents().getSchemas().containsKey(REQUEST)) {
			Objects.requireNonNull(ApiParts.defined(api, REQUEST).getProperties().get("row"))
				.setAdditionalProperties(ApiParts.scalar("a cell, in the unit of the archive's column"));
		}
	}

}
