package io.exoscout.openapi;

import io.swagger.v3.oas.models.OpenAPI;

/** What a service adds to its API document that annotations have no words for. */
public interface ServiceDocs {

	void complete(OpenAPI api);

}
