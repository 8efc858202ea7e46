package io.exoscout.stream.retraining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.exoscout.archive.LabelWord;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.cleaning.StreamFeature;
import io.exoscout.model.ModelCard;
import io.exoscout.online.StreamDefinition;
import io.exoscout.online.StreamEvent;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The events of a stream as rows of a table of the archive that a model can be trained
 * on: the names of object and star, the columns that the stored model looks at, and the
 * label in the mission's words.
 *
 * @param mission whose table it is
 * @param definition of the stream
 */
public record TrainingTable(Mission mission, StreamDefinition definition) {

	private static final String FIELD = "drift.retrain";

	/**
	 * The table of a stream that is scored by a model.
	 * @throws ProblemException {@code stream_not_trainable} if there is no training that
	 * could be asked for
	 */
	public static TrainingTable of(ModelCard card, StreamDefinition definition) {
		if (card.isImported()) {
			throw refused(
					"the model of '%s' was imported, so there is no training here to repeat".formatted(card.modelId()),
					List.of());
		}
		Target target = card.manifest().options().target();
		if (target != Target.PLANET) {
			throw refused(
					"its model tells the classes of the target '%s' apart, and the label of a stream says no more than yes or no; name a model of the target '%s'"
						.formatted(target.id(), Target.PLANET.id()),
					List.of());
		}
		Mission mission = card.manifest().mission();
		Set<String> names = new LinkedHashSet<>(definition.id());
		names.addAll(definition.keys());
		List<String> missing = Stream.of(mission.objectColumn(), mission.starColumn())
			.filter((name) -> !names.contains(name))
			.toList();
		if (!missing.isEmpty()) {
			throw refused(
					"its rows are no %s table without %s among 'id' and 'keys'".formatted(mission.title(),
							String.join(" and ", missing)),
					missing.stream()
						.map((column) -> InputError.column(column, "neither of the id nor of the keys"))
						.toList());
		}
		return new TrainingTable(mission, definition);
	}

	/** That a stream which learns by itself has no use for this. */
	public static ProblemException ofNoModel(String algorithm) {
		return refused("its model, %s, learns from each label by itself; only a stored model is trained anew"
			.formatted(algorithm), List.of());
	}

	private static ProblemException refused(String why, List<InputError> columns) {
		return new ProblemException(ErrorCode.STREAM_NOT_TRAINABLE,
				"Field '%s': the stream can not ask for trainings, since %s.".formatted(FIELD, why),
				columns.isEmpty() ? List.of(InputError.field(FIELD, why)) : columns);
	}

	/** Its first line. */
	String header() {
		return Stream
			.concat(Stream.of(this.mission.objectColumn(), this.mission.starColumn(), this.mission.labelColumn()),
					features())
			.map(TrainingTable::cell)
			.reduce((a, b) -> a + ',' + b)
			.orElseThrow() + '\n';
	}

	private Stream<String> features() {
		return this.definition.features().stream().map(StreamFeature::column);
	}

	/**
	 * A line for an event.
	 * @param cells as they stand in the log
	 * @param event the same, as it is understood
	 * @param positive its label
	 */
	String line(@Nullable String[] cells, StreamEvent event, boolean positive) {
		List<String> columns = this.definition.columns();
		StringBuilder line = new StringBuilder();
		line.append(cell(text(cells, columns.indexOf(this.mission.objectColumn())))).append(',');
		line.append(cell(text(cells, columns.indexOf(this.mission.starColumn())))).append(',');
		line.append(cell(this.mission.word(positive ? LabelWord.CONFIRMED : LabelWord.FALSE_POSITIVE)));
		for (double value : event.values()) {
			// what stands for a missing number is none
			line.append(',').append(Double.isNaN(value) ? "" : String.valueOf(value));
		}
		return line.append('\n').toString();
	}

	private static String text(@Nullable String[] cells, int place) {
		String text = cells[place];
		return (text != null) ? text.strip() : "";
	}

	private static String cell(String text) {
		boolean plain = text.chars().noneMatch((c) -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

}
