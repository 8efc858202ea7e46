package io.exoscout.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.csv.Resources;
import org.jspecify.annotations.Nullable;

/**
 * What a contribution means, in a plain sentence. What there is to say of a feature, by
 * its value, stands in {@code sentences.csv}.
 */
public final class ReasonSentences {

	private static final String MISSING = "missing";

	private static final String OTHER = "other";

	private static final String CLASS = "class ";

	private static final Map<String, List<Fact>> FACTS = read();

	private final ReasonLanguage language;

	public ReasonSentences(ReasonLanguage language) {
		this.language = language;
	}

	/**
	 * What is said of a feature.
	 *
	 * @param from of values from here on
	 * @param to and below this
	 * @param words by language
	 */
	private record Fact(double from, double to, String... words) {

		boolean fits(double value) {
			return value >= this.from && value < this.to;
		}

		String in(ReasonLanguage language) {
			return this.words[language.ordinal()];
		}

	}

	/**
	 * Tells of a contribution.
	 * @param feature its name
	 * @param value what stands there, {@code null} if nothing does
	 * @param contribution to the score of the class
	 * @param unit of the contribution
	 * @param className the class
	 * @return nothing if the contribution is a weak one
	 */
	public Optional<String> of(String feature, @Nullable Float value, double contribution, ScoreUnit unit,
			String className) {
		return unit.isStrong(contribution)
				? Optional.of(this.language.sentence(fact(feature, value), contribution > 0, named(className)))
				: Optional.empty();
	}

	private String fact(String feature, @Nullable Float value) {
		if (value == null) {
			return first(MISSING, 0).replace("{name}", feature);
		}
		String known = (FACTS.containsKey(feature) && !feature.startsWith(CLASS)) ? feature : OTHER;
		return first(known, value).replace("{name}", feature)
			.replace("{value}", number(value))
			.replace("{seconds}", number(60 * value))
			.replace("{percent}", number(100 * value))
			.replace("{power}", number((float) Math.pow(10, Math.abs(value))));
	}

	private String first(String name, double value) {
		return FACTS.getOrDefault(name, List.of())
			.stream()
			.filter((fact) -> fact.fits(value))
			.findFirst()
			.map((fact) -> fact.in(this.language))
			.orElseGet(() -> first(OTHER, 0));
	}

	private String named(String className) {
		List<Fact> known = FACTS.get(CLASS + className);
		return (known != null) ? known.get(0).in(this.language) : className;
	}

	/** In three digits. */
	private String number(float value) {
		if (!Float.isFinite(value)) {
			return String.valueOf(value);
		}
		BigDecimal exact = new BigDecimal(Float.toString(value));
		BigDecimal rounded = exact.round(new MathContext(3)).stripTrailingZeros();
		return this.language.number(rounded.toPlainString());
	}

	/** Whether anything is said of a feature of its own. */
	static boolean knows(String feature) {
		return FACTS.containsKey(feature);
	}

	private static Map<String, List<Fact>> read() {
		Map<String, List<Fact>> facts = new HashMap<>();
		for (List<String> row : Resources.rows(ReasonSentences.class, "sentences.csv")) {
			facts.computeIfAbsent(row.get(0), (first) -> new ArrayList<>())
				.add(new Fact(bound(row.get(1), Double.NEGATIVE_INFINITY), bound(row.get(2), Double.POSITIVE_INFINITY),
						row.get(3), row.get(4)));
		}
		return facts;
	}

	private static double bound(String cell, double none) {
		return cell.isEmpty() ? none : Double.parseDouble(cell);
	}

}
