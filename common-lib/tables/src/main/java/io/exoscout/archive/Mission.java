package io.exoscout.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The three surveys whose tables are understood, with the columns that name an object,
 * its star and its label, and what each label value says (NASA Exoplanet Archive tables
 * {@code cumulative}, {@code TOI} and {@code k2pandc}).
 */
public enum Mission {

	/** Kepler objects of interest, one row per object. */
	KEPLER("kepoi_name", "kepid", "koi_disposition", LabelWord::kepler,
			Map.of("CONFIRMED", Verdict.PLANET, "FALSE POSITIVE", Verdict.NOT_PLANET, "CANDIDATE", Verdict.UNDECIDED)),

	/** TESS objects of interest, one row per object; {@code toi} is text. */
	TESS("toi", "tid", "tfopwg_disp", LabelWord::tess,
			Map.of("CP", Verdict.PLANET, "KP", Verdict.PLANET, "FP", Verdict.NOT_PLANET, "FA", Verdict.NOT_PLANET, "PC",
					Verdict.UNDECIDED, "APC", Verdict.UNDECIDED)),

	/** K2 planets and candidates, one row per object and publication. */
	K2("pl_name", "hostname", "disposition", LabelWord::k2, Map.of("CONFIRMED", Verdict.PLANET, "FALSE POSITIVE",
			Verdict.NOT_PLANET, "REFUTED", Verdict.NOT_PLANET, "CANDIDATE", Verdict.UNDECIDED));

	private final String objectColumn;

	private final String starColumn;

	private final String labelColumn;

	private final Function<LabelWord, String> words;

	private final Map<String, Verdict> verdicts;

	Mission(String objectColumn, String starColumn, String labelColumn, Function<LabelWord, String> words,
			Map<String, Verdict> verdicts) {
		this.objectColumn = objectColumn;
		this.starColumn = starColumn;
		this.labelColumn = labelColumn;
		this.words = words;
		this.verdicts = verdicts;
	}

	/**
	 * The name used in JSON and in file names: {@code kepler}, {@code tess} or
	 * {@code k2}.
	 */
	@JsonValue
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<Mission> of(String id) {
		return Arrays.stream(values()).filter((mission) -> mission.id().equals(id)).findFirst();
	}

	/** The column that names one object. */
	public String objectColumn() {
		return this.objectColumn;
	}

	/**
	 * The column that names the star; rows of one star never stand on both sides of a
	 * fold.
	 */
	public String starColumn() {
		return this.starColumn;
	}

	/**
	 * Whether one object has as many rows as publications speak of it, which are merged
	 * into one.
	 */
	public boolean mergesRows() {
		return this == K2;
	}

	/**
	 * Whether other tables of the archive name objects and stars by the same columns, so
	 * that these do not tell whose table it is.
	 */
	public boolean sharesNames() {
		return this == K2;
	}

	/** Its name as people write it. */
	public String title() {
		return (this == KEPLER) ? "Kepler" : name();
	}

	/** The name that its table has in the archive. */
	public String table() {
		return switch (this) {
			case KEPLER -> "cumulative";
			case TESS -> "TOI";
			case K2 -> "k2pandc";
		};
	}

	/** What its table is called, with the name that it has in the archive. */
	public String tableTitle() {
		String rows = switch (this) {
			case KEPLER, TESS -> "Objects of Interest";
			case K2 -> "Planets and Candidates";
		};
		return "%s %s table (%s)".formatted(title(), rows, table());
	}

	public String labelColumn() {
		return this.labelColumn;
	}

	/**
	 * The column that holds the archive's own score of an object, from 0 to 1, where it
	 * has one. It was made with the verdict, so a model is compared with it, never
	 * trained on it.
	 */
	public Optional<String> scoreColumn() {
		return (this == KEPLER) ? Optional.of("koi_score") : Optional.empty();
	}

	/** The label values the archive uses, with what each says. */
	public Map<String, Verdict> verdicts() {
		return this.verdicts;
	}

	/**
	 * What a label cell, trimmed, says: blank means undecided, and nothing is known of a
	 * label that nobody has.
	 */
	public Optional<Verdict> verdict(String label) {
		Verdict known = this.verdicts.get(label);
		return (known != null) ? Optional.of(known)
				: word(label).map((word) -> this.verdicts.getOrDefault(word, Verdict.UNDECIDED));
	}

	/**
	 * A label in this mission's word, whatever the mission whose word it is, and however
	 * it is written.
	 * @param label the cell, trimmed
	 * @return the word, blank for what is undecided without a word of its own; empty when
	 * nobody has such a label
	 */
	public Optional<String> word(String label) {
		return this.verdicts.containsKey(label) ? Optional.of(label) : LabelWord.of(label).map(this::word);
	}

	/** This mission's word for a meaning, blank where it has none. */
	public String word(LabelWord meaning) {
		return this.words.apply(meaning);
	}

}
