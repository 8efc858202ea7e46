package io.exoscout.online;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the label of an event is, and when it comes.
 *
 * @param column the column it stands in
 * @param positive what stands there for the positive label
 * @param negative what stands there for the negative one; empty for anything else that is
 * not blank. What is in neither list is no verdict: the event stays without a label
 * @param arrives with the event, or later
 * @param timeout how long after the event its label still counts, in event time; only of
 * labels that come later
 * @param known a column with the time at which the label of this very row became known:
 * of a replay, whose rows bring verdicts along that nobody had then. They are kept sealed
 * until event time gets there
 */
public record LabelRule(String column, List<String> positive, List<String> negative, LabelArrival arrives,
		Duration timeout, @Nullable String known) {

	private static final int LONGEST_NUMBER = 25;

	/** Whole numbers below are told from each other. */
	private static final double EXACT = 1e15;

	/** Copies the lists. What is wrong is said by the definition. */
	public LabelRule {
		positive = positive.stream().map(LabelRule::plain).toList();
		negative = negative.stream().map(LabelRule::plain).toList();
	}

	/** A label that comes with the event. */
	public static LabelRule withEvent(String column, String... positive) {
		return new LabelRule(column, List.of(positive), List.of(), LabelArrival.WITH_EVENT, Duration.ZERO, null);
	}

	/** Whether the row of an event brings its label along. */
	boolean inEvent() {
		return this.arrives == LabelArrival.WITH_EVENT || this.known != null;
	}

	/** 1 or 0 for the positive or negative label, -1 for what is no verdict. */
	int read(@Nullable String cell) {
		String value = (cell != null) ? plain(cell.strip()) : "";
		if (value.isEmpty()) {
			return StreamEvent.NO_LABEL;
		}
		if (this.positive.contains(value)) {
			return 1;
		}
		return (this.negative.isEmpty() || this.negative.contains(value)) ? 0 : StreamEvent.NO_LABEL;
	}

	/**
	 * The same number is the same label however it is written: tables of whole numbers in
	 * which one is missing come with {@code 1.0}.
	 */
	private static String plain(String word) {
		if (word.length() < 2 || word.length() > LONGEST_NUMBER || !Numerals.plain(word)) {
			return word;
		}
		try {
			double number = Double.parseDouble(word);
			return (number == Math.rint(number) && Math.abs(number) < EXACT) ? String.valueOf((long) number)
					: String.valueOf(number);
		}
		catch (NumberFormatException ex) {
			// a word, of digits and such
			return word;
		}
	}

}
