package io.exoscout.predictor.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

import io.exoscout.objects.ObjectFacts;
import io.exoscout.objects.ObjectRow;
import io.exoscout.predictor.TestModels;
import io.exoscout.predictor.rows.ColumnMatch;
import io.exoscout.predictor.rows.ModelInputs;
import io.exoscout.predictor.rows.RowSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class UninformativeRowsTests {

	private final ReducedModelCache reduced = new ReducedModelCache(DataSize.ofMegabytes(1), 1);

	private final ModelInputs inputs = new ModelInputs(TestModels.longPeriodsArePlanets());

	private int opened;

	@AfterEach
	void close() {
		this.reduced.close();
	}

	private static ObjectRow whole(long row) {
		return new ObjectRow(row, "", "", "", new float[] { 2, 3, 100, 1, 500 });
	}

	private static ObjectRow empty(long row) {
		return new ObjectRow(row, "", "", "", new float[] { Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN });
	}

	private UninformativeRows among(List<ObjectRow> rows) throws IOException {
		RowSituation situation = new RowSituation(this.inputs, this.inputs.survey(rows, () -> {
		}).blanks(), new RowModelFactory(this.inputs, "digest", this.reduced, () -> {
		}));
		return UninformativeRows.of(this.inputs, situation, new ListedRows(rows));
	}

	@Test
	void areCountedAndNamedByWhereTheyStand() throws IOException {
		UninformativeRows found = among(List.of(whole(1), empty(2), whole(3), empty(4)));
		assertThat(found).isEqualTo(new UninformativeRows(2, List.of(2L, 4L)));
		assertThat(found.shown()).isEqualTo(2);
		assertThat(found.notes()).singleElement().asString().startsWith("2 row(s)").endsWith(": row 2, 4.");
	}

	@Test
	void areCountedToTheLastWhenTenAreNamed() throws IOException {
		List<ObjectRow> rows = new ArrayList<>(List.of(whole(1)));
		LongStream.rangeClosed(2, 13).mapToObj(UninformativeRowsTests::empty).forEach(rows::add);
		UninformativeRows found = among(rows);
		assertThat(found.count()).isEqualTo(12);
		assertThat(found.first()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
		assertThat(found.notes()).singleElement().asString().endsWith(" 10, 11, ….");
	}

	@Test
	void areNotLookedForWhereThereCanBeNone() throws IOException {
		UninformativeRows found = among(List.of(whole(1), whole(2)));
		assertThat(found.count()).isZero();
		assertThat(found.shown()).isNull();
		assertThat(found.notes()).isEmpty();
		assertThat(this.opened).isZero();
	}

	private final class ListedRows implements RowSource {

		private final List<ObjectRow> rows;

		private ListedRows(List<ObjectRow> rows) {
			this.rows = rows;
		}

		private static Part part(ObjectRow row) {
			return new Part() {
				@Override
				public List<FactRow> rows() {
					return List.of(new FactRow(row, () -> ObjectFacts.NONE));
				}

				@Override
				public long first() {
					return row.row() - 1;
				}
			};
		}

		@Override
		public ColumnMatch match(ModelInputs inputs) {
			return new ColumnMatch(List.of(), List.of());
		}

		@Override
		public ModelInputs.Survey survey(ModelInputs inputs, Runnable meanwhile) {
			return inputs.survey(this.rows, meanwhile);
		}

		@Override
		public Rows open(ModelInputs inputs) {
			UninformativeRowsTests.this.opened++;
			Iterator<ObjectRow> left = this.rows.iterator();
			// one at a time
			return () -> left.hasNext() ? part(left.next()) : null;
		}

	}

}
