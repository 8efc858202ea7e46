package io.exoscout.stream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.CourseMark;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.StreamState;
import io.exoscout.stream.intake.IntakeAnswer;
import io.exoscout.stream.intake.StreamIntake;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.sent.EntryBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes batches from those who push, in the envelope of the old backend, and answers in
 * its words once they are learned from. A batch that is pushed again counts once.
 */
@Tag(name = "Streams")
@RestController
record PushController(StreamDesk desk, StreamIntake intake, StreamSettings settings, Semaphore waiting) {

	private static final long LOOK_MILLIS = 10;

	private static final long LONGEST_LOOK_MILLIS = 100;

	/** Each that waits may hold a thread of the server. */
	private static final int MOST = 32;

	PushController(StreamDesk desk, StreamIntake intake, StreamSettings settings) {
		this(desk, intake, settings, new Semaphore(MOST));
	}

	@Operation(operationId = "predictAndTrain", summary = "Push a batch to a stream",
			description = "An envelope as Google's Pub/Sub pushes it: `message.data` is a JSON array of events in Base64. "
					+ "Answers once the stream has learned from them; nothing to learn from is `no_data`. The same "
					+ "`message.messageId` again counts once.")
	@PostMapping(path = StreamPaths.PUSH, consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	Pushed push(@Parameter(description = "the id of the stream") @RequestParam String stream,
			@RequestBody Envelope envelope) {
		KnownStream known = this.desk.mine(stream);
		Message message = envelope.message();
		if (message == null || message.data() == null || message.data().isBlank()) {
			return new Pushed("no_data", null);
		}
		byte[] events = decoded(message.data());
		if (new String(events, StandardCharsets.UTF_8).replaceAll("\\s", "").equals("[]")) {
			return new Pushed("no_data", null);
		}
		if (known.state() == StreamState.PAUSED) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The stream '%s' is paused and does not learn; resume it first.".formatted(stream));
		}
		if (!this.waiting.tryAcquire()) {
			throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE,
					"%d pushes wait to be learned from, as many as may; nothing of this one was kept, push it again."
						.formatted(MOST));
		}
		try {
			return learned(known, message, events);
		}
		finally {
			this.waiting.release();
		}
	}

	private Pushed learned(KnownStream known, Message message, byte[] events) {
		String name = message.name();
		IntakeAnswer answer = this.intake.events(known, (name != null) ? "push:" + name : null,
				(entries) -> EntryBody.array(events, known.definition().columns(), entries));
		if (answer.accepted() + answer.duplicates() == 0 && !answer.rejected().isEmpty()) {
			RejectedLine first = answer.rejected().get(0);
			throw ProblemException.invalidField("message.data",
					"None of the %d events in 'message.data' can be read; the first: %s"
						.formatted(answer.rejectedCount(), first.reason()));
		}
		if (answer.lastSeq() != null) {
			await(known, answer.lastSeq());
		}
		JsonNode auc = this.desk.metrics(known).path("whole").path("roc_auc");
		return new Pushed("ok", auc.isNumber() ? auc.asDouble() : null);
	}

	private static byte[] decoded(String data) {
		try {
			return Base64.getDecoder().decode(data.strip());
		}
		catch (IllegalArgumentException ex) {
			String detail = "Field 'message.data' is no Base64; send a JSON array of events, encoded.";
			throw new ProblemException(ErrorCode.INVALID_FIELD, detail, InputError.field("message.data", detail))
				.causedBy(ex);
		}
	}

	private void await(KnownStream stream, long seq) {
		long until = System.nanoTime() + this.settings.patience().toNanos();
		long pause = LOOK_MILLIS;
		while (this.desk.known().results().mark(stream.id()).map(CourseMark::seq).orElse(0L) < seq) {
			if (System.nanoTime() > until) {
				throw new ProblemException(ErrorCode.STREAM_BEHIND,
						"The events are kept as entries up to %d, but the stream '%s' has not learned from them within %d s."
							.formatted(seq, stream.id(), this.settings.patience().toSeconds()));
			}
			try {
				TimeUnit.MILLISECONDS.sleep(pause);
				pause = Math.min(2 * pause, LONGEST_LOOK_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new ProblemException(ErrorCode.SERVICE_UNAVAILABLE, "This service is stopping.").causedBy(ex);
			}
		}
	}

	/**
	 * What is pushed.
	 *
	 * @param message with the events
	 * @param subscription where it comes from; not looked at
	 * @param deliveryAttempt the how many-th time it is pushed; not looked at
	 */
	record Envelope(@Nullable Message message, @Nullable String subscription,
			@JsonProperty("deliveryAttempt") @Nullable Integer deliveryAttempt) {
	}

	/**
	 * A message.
	 *
	 * @param data a JSON array of events, in Base64
	 * @param messageId what it is called
	 * @param messageIdAgain the same, as it is also sent
	 * @param publishTime when it was sent; not looked at
	 * @param publishTimeAgain the same; not looked at
	 * @param attributes what else is said of it; not looked at
	 * @param orderingKey with which it is in order; not looked at
	 */
	record Message(@Nullable String data, @JsonProperty("messageId") @Nullable String messageId,
			@JsonProperty("message_id") @Nullable String messageIdAgain,
			@JsonProperty("publishTime") @Nullable String publishTime,
			@JsonProperty("publish_time") @Nullable String publishTimeAgain,
			java.util.@Nullable Map<String, String> attributes,
			@JsonProperty("orderingKey") @Nullable String orderingKey) {

		private @Nullable String name() {
			return (this.messageId != null) ? this.messageId : this.messageIdAgain;
		}

	}

	/**
	 * What became of it, in the words of the old backend.
	 *
	 * @param status {@code ok} or {@code no_data}
	 * @param roc the area under the ROC curve of all predictions so far; null as long as
	 * there is none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Pushed(String status, @Nullable Double roc) {
	}

}
