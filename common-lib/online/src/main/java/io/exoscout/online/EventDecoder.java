package io.exoscout.online;

import java.util.List;
import java.util.OptionalLong;

import io.exoscout.cleaning.StreamFeature;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of the cells of rows. What can not be read becomes an {@link Undecodable}
 * with the reason, so that it has its place in the log and is counted.
 */
public final class EventDecoder {

	/** What stands between the parts of an id or a key. */
	public static final char SEPARATOR = '|';

	private static final int LONGEST_NAME = 200;

	private final StreamDefinition definition;

	private final List<String> columns;

	private final int[] id;

	private final int[] keys;

	private final int[] features;

	private final int time;

	private final int label;

	private final int known;

	/**
	 * Prepares.
	 * @param definition of the stream
	 */
	public EventDecoder(StreamDefinition definition) {
		this.definition = definition;
		this.columns = definition.columns();
		this.id = places(definition.id());
		this.keys = places(definition.keys());
		this.features = places(definition.features().stream().map(StreamFeature::column).toList());
		this.time = (definition.time() != null) ? this.columns.indexOf(definition.time()) : -1;
		this.label = this.columns.indexOf(definition.label().column());
		this.known = (definition.label().known() != null) ? this.columns.indexOf(definition.label().known()) : -1;
	}

	private int[] places(List<String> names) {
		return names.stream().mapToInt(this.columns::indexOf).toArray();
	}

	/**
	 * Reads an event.
	 * @param seq its number in the log
	 * @param line the line it stands in
	 * @param received when it came, in milliseconds since 1970
	 * @param cells in the order of {@link StreamDefinition#columns()}; null or blank
	 * where there is none
	 * @return the event, or why it can not be read
	 */
	public StreamArrival event(long seq, long line, long received, @Nullable String[] cells) {
		try {
			long happened = (this.time >= 0) ? time(cells, this.time) : seq;
			int verdict = this.definition.label().inEvent() ? this.definition.label().read(cells[this.label])
					: StreamEvent.NO_LABEL;
			long since = (this.known >= 0 && verdict != StreamEvent.NO_LABEL) ? time(cells, this.known) : happened;
			return new StreamEvent(seq, line, received, name(cells, this.id), happened, name(cells, this.keys),
					values(cells), verdict, since);
		}
		catch (UnreadableCell ex) {
			return new Undecodable(seq, line, ex.reason);
		}
	}

	/**
	 * Reads a label that came by itself.
	 * @param seq its number in the log
	 * @param line the line it stands in
	 * @param received when it came, in milliseconds since 1970
	 * @param event the id of the event it belongs to, the parts separated by
	 * {@link #SEPARATOR}
	 * @param label what it says
	 * @param since since when it is known; null for when it came
	 * @return the label, or why it can not be read
	 */
	public StreamArrival label(long seq, long line, long received, @Nullable String event, @Nullable String label,
			@Nullable String since) {
		if (this.definition.label().arrives() == LabelArrival.WITH_EVENT) {
			return new Undecodable(seq, line, "labels of this stream arrive with its events");
		}
		if (event == null || event.isBlank() || event.length() > LONGEST_NAME) {
			return new Undecodable(seq, line, "the id of the event has %s".formatted((event == null || event.isBlank())
					? "no characters" : "more than %d characters".formatted(LONGEST_NAME)));
		}
		int verdict = this.definition.label().read(label);
		if (verdict == StreamEvent.NO_LABEL) {
			return new Undecodable(seq, line, "the label is %s, which is neither positive nor negative"
				.formatted(Quoted.of((label != null) ? label : "")));
		}
		OptionalLong time = (since == null || since.isBlank()) ? OptionalLong.of(received)
				: EventTimes.read(since.strip());
		if (since != null && time.isEmpty()) {
			return new Undecodable(seq, line, "the time is %s, which is no time".formatted(Quoted.of(since)));
		}
		return new StreamLabel(seq, line, event.strip(), verdict == 1, time.orElse(received));
	}

	private long time(@Nullable String[] cells, int place) throws UnreadableCell {
		String cell = cell(cells, place);
		return EventTimes.read(cell)
			.orElseThrow(() -> new UnreadableCell(
					"%s is %s, which is no time".formatted(this.columns.get(place), Quoted.of(cell))));
	}

	private String name(@Nullable String[] cells, int[] places) throws UnreadableCell {
		if (places.length == 0) {
			return "";
		}
		StringBuilder name = new StringBuilder();
		for (int place : places) {
			String part = cell(cells, place);
			if (part.isEmpty() || part.length() > LONGEST_NAME || (places.length > 1 && part.indexOf(SEPARATOR) >= 0)) {
				throw new UnreadableCell("%s is %s; an id or key has 1 to %d characters, without %s between parts"
					.formatted(this.columns.get(place), Quoted.of(part), LONGEST_NAME, SEPARATOR));
			}
			name.append((name.length() > 0) ? SEPARATOR : "").append(part);
		}
		return name.toString();
	}

	private double[] values(@Nullable String[] cells) throws UnreadableCell {
		double[] values = new double[this.features.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = value(cell(cells, this.features[i]), this.definition.features().get(i));
		}
		return values;
	}

	private static double value(String cell, StreamFeature feature) throws UnreadableCell {
		try {
			double value = Numerals.read(cell);
			return feature.missing().contains(value) ? Double.NaN : value;
		}
		catch (NumberFormatException ex) {
			throw new UnreadableCell("%s is %s, which is no number up to %s".formatted(feature.column(),
					Quoted.of(cell), Numerals.LARGEST));
		}
	}

	private static String cell(@Nullable String[] cells, int place) {
		String cell = cells[place];
		return (cell != null) ? cell.strip() : "";
	}

	/** Stops the reading of a row. */
	private static final class UnreadableCell extends Exception {

		private final String reason;

		UnreadableCell(String reason) {
			// nobody looks at where it was
			super(reason, null, false, false);
			this.reason = reason;
		}

	}

}
