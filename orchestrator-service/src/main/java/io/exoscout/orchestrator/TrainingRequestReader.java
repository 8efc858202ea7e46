package io.exoscout.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.feature.Exclusions;
import io.exoscout.feature.FeatureSet;
import io.exoscout.feature.FeatureTag;
import io.exoscout.model.Algorithm;
import io.exoscout.model.Engine;
import io.exoscout.model.TrainingOptions;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.web.Parameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the {@code params} field of an upload; every fault in it is named at once. */
record TrainingRequestReader(JsonMapper json) {

	static final Set<String> NAMES = Set.of("algorithm", "model_name", "target", "hyperparameters", "exclude_features",
			"features", "seed", "labels", "engine");

	static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

	/** A request with more unknown names than this is not worth a complete list. */
	private static final int LISTED = 20;

	private static final int MAX_LABELS = 100;

	private static final TrainingDefaults DEFAULTS = TrainingDefaults.ALL;

	/**
	 * Reads and checks.
	 * @param params JSON text, or {@code null} or blank for the defaults
	 * @return the request, complete
	 * @throws ProblemException {@code INVALID}, naming each fault: code
	 * {@code unknown_parameter} if there is an unknown name, else {@code invalid_params}
	 */
	TrainingRequest read(@Nullable String params) {
		Map<String, Object> given = (params == null || params.isBlank()) ? Map.of()
				: Parameters.object(this.json, params, "{\"algorithm\": \"xgboost\"}");
		List<InputError> faults = new ArrayList<>();
		given.keySet()
			.stream()
			.filter((name) -> !NAMES.contains(name))
			.limit(LISTED)
			.forEach((name) -> faults.add(InputError.field(Quoted.shortened(name), unknown(name))));
		Algorithm algorithm = choice(given, "algorithm", Algorithm::of, Algorithm.ids(), DEFAULTS.algorithm(), faults);
		Engine engine = choice(given, "engine", Engine::of, Engine.ids(), DEFAULTS.engine(), faults);
		if (!engine.has(algorithm)) {
			faults.add(InputError.field("engine", misfit(engine, algorithm)));
		}
		Target target = choice(given, "target", Target::of, Target.ids(), DEFAULTS.target(), faults);
		String modelName = modelName(given.get("model_name"), faults);
		List<String> excluded = excluded(given.get("exclude_features"), faults);
		String features = features(given.get("features"), faults);
		long seed = seed(given.get("seed"), faults);
		Map<String, Number> hyperparameters = hyperparameters(algorithm, given.get("hyperparameters"), faults);
		LabelMap labels = labels(given.get("labels"), faults);
		if (!faults.isEmpty()) {
			// of a list that nobody reads the beginning is enough
			List<InputError> shown = faults.subList(0, Math.min(faults.size(), LISTED));
			String more = (faults.size() > LISTED) ? "; and %d more".formatted(faults.size() - LISTED) : "";
			throw new ProblemException(code(algorithm, faults),
					"params: " + String.join("; ", shown.stream().map(InputError::message).toList()) + more, shown);
		}
		return new TrainingRequest(new TrainingOptions(algorithm, target, hyperparameters, excluded, seed, engine),
				modelName, labels, features);
	}

	private static String misfit(Engine engine, Algorithm algorithm) {
		String accepted = engine.algorithms().stream().map(Algorithm::id).sorted().collect(Collectors.joining(", "));
		return "the engine '%s' has no '%s'; its algorithms are %s".formatted(engine.id(), algorithm.id(), accepted);
	}

	/** What to say of a member of {@code params} that is not known. */
	static String unknown(String name) {
		String hint = Algorithm.anyHas(name)
				? "it goes inside hyperparameters: {\"hyperparameters\": {\"%s\": …}}".formatted(name)
				: "known are " + new TreeSet<>(NAMES);
		return "'%s' is no parameter; %s".formatted(Quoted.shortened(name), hint);
	}

	/** Another code where a fault is with a name that there is not. */
	private static ErrorCode code(Algorithm algorithm, List<InputError> faults) {
		Set<String> fields = new TreeSet<>(NAMES);
		algorithm.hyperparameters().forEach((known) -> fields.add("hyperparameters." + known.name()));
		return faults.stream().map(InputError::field).allMatch(fields::contains) ? ErrorCode.INVALID_PARAMS
				: ErrorCode.UNKNOWN_PARAMETER;
	}

	private static <T> T choice(Map<String, Object> given, String name, Function<String, Optional<T>> reader,
			List<String> accepted, T fallback, List<InputError> faults) {
		Object value = given.get(name);
		if (value == null) {
			return fallback;
		}
		return reader.apply(value.toString()).orElseGet(() -> {
			faults.add(InputError.field(name, "'%s' is no %s; accepted are %s".formatted(Quoted.shortened(value), name,
					String.join(", ", accepted))));
			return fallback;
		});
	}

	private static @Nullable String modelName(@Nullable Object value, List<InputError> faults) {
		if (value == null) {
			return null;
		}
		if (!(value instanceof String name) || !MODEL_NAME.matcher(name).matches()) {
			faults.add(InputError.field("model_name",
					"model_name '%s' is not accepted; use 1 to 100 letters, digits, '.', '_' or '-'"
						.formatted(Quoted.shortened(value))));
			return null;
		}
		return name;
	}

	private static List<String> excluded(@Nullable Object value, List<InputError> faults) {
		if (value == null) {
			return DEFAULTS.excludeFeatures();
		}
		if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
			return Exclusions.canonical(list.stream().map(String.class::cast).toList());
		}
		faults.add(InputError.field("exclude_features",
				"exclude_features is '%s'; expected a list of features, columns and tags (%s)"
					.formatted(Quoted.shortened(value), String.join(", ", FeatureTag.ids()))));
		return List.of();
	}

	private static @Nullable String features(@Nullable Object value, List<InputError> faults) {
		if (value == null) {
			return null;
		}
		List<String> offered = Stream.of(Mission.values()).flatMap((of) -> FeatureSet.offered(of).stream()).toList();
		if (value instanceof String version && offered.contains(version)) {
			return version;
		}
		faults.add(InputError.field("features", "features is '%s'; accepted are, by the table's mission, %s"
			.formatted(Quoted.shortened(value), String.join(", ", offered))));
		return null;
	}

	private static LabelMap labels(@Nullable Object value, List<InputError> faults) {
		if (value == null) {
			return LabelMap.NONE;
		}
		Map<String, String> words = new TreeMap<>();
		if (value instanceof Map<?, ?> map && map.size() <= MAX_LABELS) {
			map.forEach((from, to) -> {
				if (to instanceof String word && LabelMap.accepts(word)) {
					words.put(from.toString().strip(), word.strip());
				}
				else {
					faults.add(InputError.field("labels",
							"labels: '%s' stands for '%s', which is no label; use for example CONFIRMED, FALSE POSITIVE or CANDIDATE"
								.formatted(Quoted.shortened(from), Quoted.shortened(to))));
				}
			});
		}
		else {
			faults.add(InputError.field("labels",
					"labels is '%s'; expected an object of at most %d values, for example {\"1\": \"CONFIRMED\", \"0\": \"FALSE POSITIVE\"}"
						.formatted(Quoted.shortened(value), MAX_LABELS)));
		}
		return new LabelMap(words);
	}

	private static long seed(@Nullable Object value, List<InputError> faults) {
		if (value == null) {
			return DEFAULTS.seed();
		}
		if (value instanceof Integer || value instanceof Long) {
			return ((Number) value).longValue();
		}
		faults
			.add(InputError.field("seed", "seed is '%s'; expected a whole number".formatted(Quoted.shortened(value))));
		return DEFAULTS.seed();
	}

	private static Map<String, Number> hyperparameters(Algorithm algorithm, @Nullable Object value,
			List<InputError> faults) {
		try {
			if (value == null) {
				return algorithm.check(Map.of());
			}
			if (value instanceof Map<?, ?> map) {
				@SuppressWarnings("unchecked") // keys of a JSON object are strings
				Map<String, Object> given = (Map<String, Object>) map;
				return algorithm.check(given);
			}
			faults.add(InputError.field("hyperparameters",
					"hyperparameters is '%s'; expected a JSON object".formatted(Quoted.shortened(value))));
		}
		catch (ProblemException ex) {
			faults.addAll(ex.errors());
		}
		return Map.of();
	}

}
