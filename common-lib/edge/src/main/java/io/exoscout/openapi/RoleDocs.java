package io.exoscout.openapi;

import io.exoscout.caller.RouteRoles;
import io.exoscout.problem.Problem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

/** What a document says of who may do what, and of how callers say who they are. */
final class RoleDocs {

	private static final String KEY = "apiKey";

	private static final String TOKEN = "bearer";

	private RoleDocs() {
	}

	/** Declares the ways, and says with each operation which role it needs. */
	static void addTo(OpenAPI api) {
		api.getComponents()
			.addSecuritySchemes(KEY,
					new SecurityScheme().type(SecurityScheme.Type.APIKEY)
						.in(SecurityScheme.In.HEADER)
						.name("X-API-Key")
						.description("A key of yours, where the service asks for one."))
			.addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.bearerFormat("JWT")
						.description("A token of the issuer that the service believes."));
		api.getPaths()
			.forEach((address, path) -> path.readOperationsMap()
				.forEach((method, operation) -> role(address, method, operation)));
	}

	private static void role(String address, PathItem.HttpMethod method, Operation operation) {
		RouteRoles.all()
			.stream()
			.filter((route) -> route.template().equals(address) && route.method().equals(method.name()))
			.findFirst()
			.ifPresent((route) -> {
				String role = "Role: `" + route.role().id() + "`.";
				String said = operation.getDescription();
				operation.description((said != null) ? said.stripTrailing() + "\n\n" + role : role);
				operation.addSecurityItem(new SecurityRequirement().addList(KEY));
				operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
				operation.getResponses()
					.addApiResponse("403",
							new ApiResponse().description("Your role is not enough for this, or it is somebody else's")
								.content(ApiParts.content(Problem.MEDIA_TYPE.toString(),
										ApiParts.reference(Problem.class.getSimpleName()))));
			});
	}

}
