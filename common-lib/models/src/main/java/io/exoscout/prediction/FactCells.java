package io.exoscout.prediction;

import java.util.List;
import java.util.function.Function;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.web.CsvColumn;

/** The columns of an object's facts as CSV, the same for predictions and candidates. */
public final class FactCells {

	private FactCells() {
	}

	/** The columns of what the table says of the object on a line. */
	public static <T> List<CsvColumn<T>> of(Function<T, ObjectFacts> facts) {
		return List.of(new CsvColumn<>("period", (entry) -> facts.apply(entry).period()),
				new CsvColumn<>("depth", (entry) -> facts.apply(entry).depth()),
				new CsvColumn<>("radius", (entry) -> facts.apply(entry).radius()),
				new CsvColumn<>("magnitude", (entry) -> facts.apply(entry).magnitude()),
				new CsvColumn<>("ra", (entry) -> facts.apply(entry).ra()),
				new CsvColumn<>("dec", (entry) -> facts.apply(entry).dec()),
				new CsvColumn<>("link", (entry) -> facts.apply(entry).link()),
				new CsvColumn<>("exofop", (entry) -> facts.apply(entry).exofop()));
	}

}
