package io.exoscout.stream;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.stream.course.BatchFold;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.sent.EntryBody;
import io.exoscout.stream.sent.SentEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks the model of a stream. */
@Tag(name = "Streams")
@RestController
record AskController(StreamDesk desk, Clock clock) {

	private static final int MOST = 10_000;

	@Operation(operationId = "askStream", summary = "Ask the model of a stream",
			description = "Events as they are sent, up to 10,000, without their labels: their probability of the positive "
					+ "label. Nothing is learned from them or kept. `seq` is the last entry that the model learned from.")
	@PostMapping(path = StreamPaths.STREAM + "/predict", produces = MediaType.APPLICATION_JSON_VALUE,
			consumes = { EntryBody.LINES, MediaType.APPLICATION_JSON_VALUE, EntryBody.CSV })
	Asked ask(@Parameter(description = "of the stream") @PathVariable String id,
			@Parameter(hidden = true) HttpServletRequest request) {
		KnownStream stream = this.desk.known().streams().get(id);
		List<SentEntry> events = new ArrayList<>();
		EntryBody.read(request, stream.definition().columns(), (entry) -> {
			if (events.size() >= MOST) {
				throw new ProblemException(ErrorCode.BODY_TOO_LARGE,
						"There are more than %,d events; ask for fewer at a time.".formatted(MOST));
			}
			events.add(entry);
		});
		if (events.isEmpty()) {
			throw new ProblemException(ErrorCode.MISSING_ROWS, "The body holds no event; send at least one.");
		}
		return this.desk.folds().ask(stream, (fold) -> answer(stream, fold, events));
	}

	private Asked answer(KnownStream stream, BatchFold fold, List<SentEntry> events) {
		List<Foreseen> foreseen = new ArrayList<>();
		List<RejectedLine> rejected = new ArrayList<>();
		for (SentEntry event : events) {
			if (event.refusal() != null) {
				rejected.add(new RejectedLine(event.line(), event.refusal()));
				continue;
			}
			try {
				double probability = fold.probability(event.cells(), this.clock.millis());
				foreseen.add(new Foreseen(event.line(), stream.eventId(event.cells()),
						Double.isNaN(probability) ? null : probability));
			}
			catch (IllegalArgumentException ex) {
				rejected.add(new RejectedLine(event.line(), String.valueOf(ex.getMessage())));
			}
		}
		return new Asked(fold.seq(), foreseen, rejected);
	}

	/**
	 * What a model says.
	 *
	 * @param seq the number of the last entry that it learned from
	 * @param predictions what it says of each event
	 * @param rejected events that can not be read, and why
	 */
	record Asked(long seq, List<Foreseen> predictions, List<RejectedLine> rejected) {
	}

	/**
	 * What it says of one event.
	 *
	 * @param line where it stood
	 * @param id what it is called, if events have names
	 * @param probability of the positive label; left out for an event that it leaves out,
	 * such as one that is incomplete
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Foreseen(long line, @Nullable String id, @Nullable Double probability) {
	}

}
