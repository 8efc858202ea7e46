package io.exoscout.stream.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.exoscout.cleaning.StreamFeature;
import io.exoscout.online.StreamArrival;
import io.exoscout.online.EventDecoder;
import io.exoscout.online.LabelArrival;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.Undecodable;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.stream.definition.KnownStream;
import io.exoscout.stream.definition.Streams;
import io.exoscout.stream.log.BatchDraft;
import io.exoscout.stream.log.EntryKind;
import io.exoscout.stream.log.LogTails;
import io.exoscout.stream.log.LoggedBatch;
import io.exoscout.stream.log.RejectedLine;
import io.exoscout.stream.sent.SentEntry;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries into the log of a stream. All of a request is read and checked before the
 * first part of it is kept, and it is answered once the last one is.
 *
 * @param streams which streams there are
 * @param tails the ends of the logs
 * @param wake hears that a stream has more
 * @param clock tells when entries came
 */
public record StreamIntake(Streams streams, LogTails tails, Consumer<KnownStream> wake, Clock clock) {

	private static final int LISTED = 100;

	/** What a label is sent as. */
	public static final List<String> LABEL = List.of("id", "label", "time");

	/** Gives entries one by one. */
	public interface Entries {

		/**
		 * Gives all.
		 * @return which of the columns there were
		 */
		Set<String> forEach(Consumer<SentEntry> entry);

	}

	/**
	 * Takes events.
	 * @param key what the sender calls the request: the same one again changes nothing
	 * @param entries with the cells of the stream's columns
	 */
	public IntakeAnswer events(KnownStream stream, @Nullable String key, Entries entries) {
		EventDecoder decoder = new EventDecoder(stream.definition());
		long now = this.clock.millis();
		return take(stream, new DraftedParts(EntryKind.EVENTS, key,
				(entry) -> refusal(decoder.event(1, entry.line(), now, entry.cells()))), (each) -> {
					ReadableEntries readable = new ReadableEntries(each);
					Set<String> met = entries.forEach(readable);
					requireColumns(stream.definition(), met, readable);
					return met;
				});
	}

	/**
	 * Refuses events of another kind: nothing would be learned from them, and nobody
	 * told.
	 */
	private static void requireColumns(StreamDefinition definition, Set<String> met, ReadableEntries entries) {
		List<String> needed = new ArrayList<>(definition.id());
		if (definition.time() != null) {
			needed.add(definition.time());
		}
		needed.addAll(definition.keys());
		needed.removeAll(met);
		List<String> features = definition.features().stream().map(StreamFeature::column).toList();
		if (!needed.isEmpty() || features.stream().noneMatch(met::contains)) {
			entries.requireOne();
			String missing = needed.isEmpty() ? "any of " + features : needed.toString();
			throw new ProblemException(ErrorCode.MISSING_COLUMNS,
					"The events do not have %s, which the stream needs; none was taken.".formatted(missing));
		}
	}

	/**
	 * Takes labels.
	 * @param key what the sender calls the request
	 * @param entries with the cells of {@link #LABEL}
	 */
	public IntakeAnswer labels(KnownStream stream, @Nullable String key, Entries entries) {
		if (stream.definition().label().arrives() != LabelArrival.LATER) {
			throw new ProblemException(ErrorCode.STREAM_STATE_CONFLICT,
					"The labels of the stream '%s' come with its events, in the column %s; send them there."
						.formatted(stream.id(), Quoted.of(stream.definition().label().column())));
		}
		EventDecoder decoder = new EventDecoder(stream.definition());
		long now = this.clock.millis();
		return take(stream, new DraftedParts(EntryKind.LABELS, key, (entry) -> labelRefusal(decoder, now, entry)),
				entries);
	}

	private static @Nullable String labelRefusal(EventDecoder decoder, long now, SentEntry entry) {
		String id = entry.cells()[0];
		String label = entry.cells()[1];
		if (id == null || label == null) {
			return "a label needs an id and a label; %s is missing".formatted((id == null) ? "id" : "label");
		}
		return refusal(decoder.label(1, entry.line(), now, id, label, entry.cells()[2]));
	}

	private static @Nullable String refusal(StreamArrival arrival) {
		return (arrival instanceof Undecodable undecodable) ? undecodable.reason() : null;
	}

	private IntakeAnswer take(KnownStream stream, DraftedParts parts, Entries entries) {
		entries.forEach(parts::add);
		List<LoggedBatch> kept = new ArrayList<>();
		// a body may take longer to come than its stream stays
		this.streams.requireThere(stream.id());
		for (BatchDraft part : parts.all()) {
			kept.add(this.tails.append(stream.id(), stream::eventId, part));
		}
		requireStillThere(stream);
		this.wake.accept(stream);
		return answer(kept);
	}

	/** What came into the log of a stream while it was removed goes with it. */
	private void requireStillThere(KnownStream stream) {
		try {
			this.streams.requireThere(stream.id());
		}
		catch (ProblemException gone) {
			if (gone.code() == ErrorCode.STREAM_NOT_FOUND) {
				this.tails.cut(stream.id(), 0);
			}
			throw gone;
		}
	}

	private static IntakeAnswer answer(List<LoggedBatch> kept) {
		List<LoggedBatch> filled = kept.stream().filter((batch) -> batch.count() > 0).toList();
		List<RejectedLine> refusals = kept.stream()
			.flatMap((batch) -> batch.refusals().stream())
			.limit(LISTED)
			.toList();
		return new IntakeAnswer(filled.stream().mapToLong(LoggedBatch::count).sum(),
				kept.stream().mapToLong(LoggedBatch::duplicates).sum(),
				filled.isEmpty() ? null : filled.get(0).firstSeq(),
				filled.isEmpty() ? null : filled.get(filled.size() - 1).lastSeq(),
				kept.stream().mapToLong(LoggedBatch::rejected).sum(), refusals);
	}

}
