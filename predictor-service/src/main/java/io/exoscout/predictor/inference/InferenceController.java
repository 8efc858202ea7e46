package io.exoscout.predictor.inference;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import io.exoscout.body.TableLimits;
import io.exoscout.predictor.inference.InferenceOutcome.Encoded;
import io.exoscout.predictor.shelf.ModelShelf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import io.exoscout.web.BodyRoom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The <a href=
 * "https://kserve.github.io/website/docs/concepts/architecture/data-plane/v2-protocol">Open
 * Inference Protocol</a>, version 2, over HTTP. Which media type a request says it has
 * does not matter: clients of the protocol say none.
 */
@RestController
@RequestMapping("/v2")
@Tag(name = "Open Inference Protocol", description = "Version 2, for clients made for any server that speaks it")
public final class InferenceController {

	private static final String NAME = "the label of a model, the job that trained it, or an alias";

	private static final String VERSION = "the job that trained it, or an alias of it";

	private static final String INFERS = "One tensor for each column, of shape [n, 1], by the names of the archive; "
			+ "texts, such as names, are BYTES. Columns that are not sent are made up for, and `parameters` of the "
			+ "answer say what that costs. Data may stand behind the JSON, both ways, as the extension "
			+ "`binary_tensor_data` says.";

	private final ModelShelf shelf;

	private final Inference inference;

	private final InferenceReader reader;

	/**
	 * The protocol's addresses.
	 * @param shelf the models
	 * @param scoring scores rows
	 * @param limits how many rows and columns there may be
	 * @param json writes answers, and has the limits of what is read
	 */
	public InferenceController(ModelShelf shelf, RowScoring scoring, TableLimits limits, JsonMapper json) {
		this.shelf = shelf;
		this.inference = new Inference(shelf, scoring, limits, json);
		this.reader = new InferenceReader(json);
	}

	/**
	 * What answers here.
	 *
	 * @param name always {@code exoscout}
	 * @param version of this program
	 * @param extensions of the protocol that are understood
	 */
	record ServerSignature(String name, String version, List<String> extensions) {

		static ServerSignature own() {
			String version = InferenceController.class.getPackage().getImplementationVersion();
			return new ServerSignature("exoscout", Objects.requireNonNullElse(version, "development"),
					List.of("binary_tensor_data"));
		}

	}

	/**
	 * Whether the server is there.
	 *
	 * @param live always, or nobody would say so
	 */
	record ServerLive(boolean live) {
	}

	/**
	 * Whether models can be asked.
	 *
	 * @param ready always; a server that is not answers 503
	 */
	record ServerReady(boolean ready) {
	}

	/**
	 * Whether a model can be asked.
	 *
	 * @param name what it was called in the address
	 * @param ready always; a model that is not is a problem
	 */
	record ModelReady(String name, boolean ready) {
	}

	@Operation(operationId = "isServerLive", summary = "Whether the server is there")
	@GetMapping(path = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
	ServerLive live() {
		return new ServerLive(true);
	}

	@Operation(operationId = "isServerReady", summary = "Whether models can be asked: 503 when they can not")
	@GetMapping(path = "/health/ready", produces = MediaType.APPLICATION_JSON_VALUE)
	ServerReady ready() {
		// models are found in the database; what is said if it is gone is said of it
		// everywhere
		this.shelf.cards().peek("");
		return new ServerReady(true);
	}

	@Operation(operationId = "getServerMetadata", summary = "What answers here, and what it understands")
	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	ServerSignature server() {
		return ServerSignature.own();
	}

	@Operation(operationId = "getModelMetadata", summary = "What goes into a model and comes out of it")
	@GetMapping(path = "/models/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	ModelSignature model(@Parameter(description = NAME) @PathVariable String name) {
		return this.inference.signature(name, null);
	}

	@Operation(operationId = "getVersionMetadata", summary = "The same of one of several models of a name")
	@GetMapping(path = "/models/{name}/versions/{version}", produces = MediaType.APPLICATION_JSON_VALUE)
	ModelSignature model(@Parameter(description = NAME) @PathVariable String name,
			@Parameter(description = VERSION) @PathVariable String version) {
		return this.inference.signature(name, version);
	}

	@Operation(operationId = "isModelReady", summary = "Whether a model can be asked: 404 when there is none")
	@GetMapping(path = "/models/{name}/ready", produces = MediaType.APPLICATION_JSON_VALUE)
	ModelReady modelReady(@Parameter(description = NAME) @PathVariable String name) {
		this.inference.requireReady(name, null);
		return new ModelReady(name, true);
	}

	@Operation(operationId = "isVersionReady", summary = "The same of one of several models of a name")
	@GetMapping(path = "/models/{name}/versions/{version}/ready", produces = MediaType.APPLICATION_JSON_VALUE)
	ModelReady modelReady(@Parameter(description = NAME) @PathVariable String name,
			@Parameter(description = VERSION) @PathVariable String version) {
		this.inference.requireReady(name, version);
		return new ModelReady(name, true);
	}

	@Operation(operationId = "infer", summary = "Score tensors", description = INFERS)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = SentInference.class)))
	@ApiResponse(responseCode = "200", description = "The outputs; with any of them behind the JSON, octets",
			headers = @Header(name = InferenceBody.LENGTH, description = "How many bytes are JSON, if not all are",
					schema = @Schema(type = "integer")),
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = InferenceAnswer.class)),
					@Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary")) })
	@PostMapping("/models/{name}/infer")
	void infer(@Parameter(description = NAME) @PathVariable String name, @RequestBody byte[] body,
			@Parameter(description = "how many bytes of the body are JSON, if not all are") @RequestHeader(
					name = InferenceBody.LENGTH, required = false) @Nullable String length,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_ENCODING,
					required = false) @Nullable String encoding,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		answer(name, null, InferenceBody.of(body, encoding, length, BodyRoom.of(request)), response);
	}

	@Operation(operationId = "inferVersion", summary = "Score tensors with one of several models of a name",
			description = INFERS)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(mediaType = "application/json", schema = @Schema(implementation = SentInference.class)))
	@ApiResponse(responseCode = "200", description = "The outputs; with any of them behind the JSON, octets",
			headers = @Header(name = InferenceBody.LENGTH, description = "How many bytes are JSON, if not all are",
					schema = @Schema(type = "integer")),
			content = {
					@Content(mediaType = "application/json", schema = @Schema(implementation = InferenceAnswer.class)),
					@Content(mediaType = "application/octet-stream",
							schema = @Schema(type = "string", format = "binary")) })
	@PostMapping("/models/{name}/versions/{version}/infer")
	void infer(@Parameter(description = NAME) @PathVariable String name,
			@Parameter(description = VERSION) @PathVariable String version, @RequestBody byte[] body,
			@Parameter(description = "how many bytes of the body are JSON, if not all are") @RequestHeader(
					name = InferenceBody.LENGTH, required = false) @Nullable String length,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_ENCODING,
					required = false) @Nullable String encoding,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		answer(name, version, InferenceBody.of(body, encoding, length, BodyRoom.of(request)), response);
	}

	private void answer(String name, @Nullable String version, InferenceBody body, HttpServletResponse response)
			throws IOException {
		Encoded answer = this.inference.infer(name, version, this.reader.read(body, name, version));
		response.setContentType(
				answer.binary() ? MediaType.APPLICATION_OCTET_STREAM_VALUE : MediaType.APPLICATION_JSON_VALUE);
		if (answer.binary()) {
			response.setIntHeader(InferenceBody.LENGTH, answer.json());
		}
		response.setContentLength(answer.bytes().length);
		response.getOutputStream().write(answer.bytes());
	}

}
