package io.exoscout.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.exoscout.problem.Problem;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What the API documents of all services have in common. */
@Configuration(proxyBeanMethods = false)
public class DocsConfiguration {

	/** Names in schemas are spelled as in the JSON itself. */
	@Bean
	ModelResolver modelResolver(ObjectMapperProvider mappers) {
		return new ModelResolver(
				mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)) {
			@Override
			public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
				Schema<?> schema = super.resolve(type, context, next);
				JavaType java = this._mapper.constructType(type.getType());
				if (schema != null && java.isRecordType()) {
					Schema<?> defined = context.getDefinedModels().get(this._typeName(java));
					RecordSchemas.complete((defined != null) ? defined : schema, java.getRawClass());
				}
				return schema;
			}
		}.openapi31(true);
	}

	@Bean
	OpenAPI openApi() {
		// where it was asked: what a client calls that is not for others to read
		return new OpenAPI().servers(List.of(new Server().url("/")))
			.info(new Info().title("ExoScout")
				.version("1")
				.description("Vets transit candidates from the tables of the NASA Exoplanet Archive.")
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")));
	}

	/**
	 * What annotations have no words for, in an order that matters: problems are told of
	 * every operation, and what no operation speaks of is left out at last.
	 */
	@Bean
	GlobalOpenApiCustomizer documents(ObjectProvider<ServiceDocs> services) {
		return (api) -> {
			services.forEach((service) -> service.complete(api));
			addProblems(api);
			RoleDocs.addTo(api);
			api.getComponents().getSchemas().keySet().retainAll(usedSchemas(api));
		};
	}

	/** Every operation can fail, and always in the same form. */
	private static void addProblems(OpenAPI api) {
		Content content = ApiParts.content(Problem.MEDIA_TYPE.toString(), ApiParts.schema(api, Problem.class));
		api.getPaths().values().stream().flatMap((path) -> path.readOperations().stream()).forEach((operation) -> {
			operation.getResponses()
				.addApiResponse("default", new ApiResponse().description("What went wrong").content(content));
			// media types have a place of their own in the document
			Optional.ofNullable(operation.getParameters())
				.ifPresent((parameters) -> parameters
					.removeIf((parameter) -> HttpHeaders.ACCEPT.equals(parameter.getName())));
		});
	}

	/** The names of the schemas that some operation leads to. */
	private static Set<String> usedSchemas(OpenAPI api) {
		Set<String> used = new HashSet<>();
		Deque<Object> toRead = new ArrayDeque<>(List.of(api.getPaths()));
		while (!toRead.isEmpty()) {
			for (String reference : Json31.mapper().valueToTree(toRead.remove()).findValuesAsText("$ref")) {
				String name = reference.substring(reference.lastIndexOf('/') + 1);
				if (used.add(name)) {
					toRead.add(ApiParts.defined(api, name));
				}
			}
		}
		return used;
	}

}
