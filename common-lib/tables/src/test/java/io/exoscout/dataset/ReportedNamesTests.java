package io.exoscout.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.archive.Verdict;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables as people have them: names, units, labels, ids and cells. */
class ReportedNamesTests extends StoredTables {

	@Test
	void readsExofopsTableAsTess() {
		try (Upload upload = receive("07-exofop_tois.csv")) {
			assertThat(upload.schema().mission()).isEqualTo(Mission.TESS);
			assertThat(upload.report().used()).contains("pl_orbper", "pl_trandep", "pl_trandurh", "pl_rade", "st_teff");
			assertThat(upload.columns()).contains("pl_orbpererr1", "pl_orbpererr2");
			assertThat(upload.report().labels()).containsEntry("KP", 7L);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("\"Period (days)\" -> pl_orbper"));
			assertThat(upload.report().sentAs()).containsEntry("tid", "TIC ID");
		}
	}

	@Test
	void readsTevsCatalogueAsTess() throws IOException {
		try (Upload upload = receive("09-tev_toi-catalog.csv");
				ObjectReader objects = upload.objects(List.of("pl_tranmid", "pl_trandep"))) {
			ObjectRow first = objects.next();
			assertThat(first).isNotNull();
			assertThat(first.object()).isEqualTo("2315.01");
			assertThat(first.star()).isEqualTo("302333151");
			assertThat(first.values()).containsExactly(2459062.373f, 4514.404f);
		}
	}

	@Test
	void trainsOnRenamedColumnsAsOnTheArchives() {
		try (Upload upload = receive("11-KOI_renamed.csv")) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().used()).contains("koi_period", "koi_depth", "koi_srad");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "01-exoplanet_data.csv", "03-cumulative.csv", "59-tap_no_ids.csv" })
	void trainsWithoutStarsAndSaysHowTheyAreTold(String file) {
		try (Upload upload = receive(file)) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("no column kepid: stars are told by"));
		}
	}

	@Test
	void tellsTheSameStarsWhateverTheirIdsLookLike() {
		List<ObjectRow> plain = rows("42-koi_kepid_float.csv");
		assertThat(rows("42-koi_names_KOI.csv")).usingRecursiveFieldByFieldElementComparator().isEqualTo(plain);
		assertThat(plain.get(0).star()).isEqualTo("10797460");
		List<ObjectRow> rounded = rows("42-koi_kepid_excel_sci.csv");
		assertThat(rounded).extracting(ObjectRow::object).isEqualTo(plain.stream().map(ObjectRow::object).toList());
		assertThat(rounded.stream().map(ObjectRow::star).distinct().count())
			.isEqualTo(plain.stream().map(ObjectRow::star).distinct().count());
	}

	@Test
	void saysThatIdsWereRounded() {
		try (Upload upload = receive("42-koi_kepid_excel_sci.csv")) {
			assertThat(upload.report().notes())
				.anyMatch((note) -> note.contains("600 number(s) in kepid were rounded"));
		}
	}

	@Test
	void takesAFewUnreadableCellsForBlanksAndQuotesThem() {
		try (Upload upload = receive("30-koi_two_text_cells.csv")) {
			assertThat(upload.report().used()).contains("koi_depth");
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("koi_depth: 2 cell(s)")
					&& note.contains("\"unknown\"") && note.contains("\">500\""));
		}
		try (Upload upload = receive("30-koi_missing_None.csv")) {
			assertThat(upload.report().used()).hasSize(12).contains("koi_depth");
		}
	}

	@Test
	void refusesEmptyCoreColumnsNamingThem() {
		try (Upload upload = receive("14-k2_converted.csv")) {
			assertProblem(ProblemKind.UNUSABLE, "empty_core_columns",
					() -> upload.requireTrainable(Target.PLANET, false))
				.contains("koi_depth", "koi_duration");
		}
		InputStream again = RealTables.open("reported/14-k2_converted.csv");
		assertProblem(ProblemKind.UNUSABLE, "empty_core_columns", () -> this.datasets.receiveToScore(again, "k2.csv"));
	}

	@Test
	void refusesStandardisedValuesAndNumbersForLabelsWithBothReasons() {
		try (Upload upload = receive("15-final_data_zscored.csv")) {
			assertProblem(ProblemKind.UNUSABLE, "impossible_values",
					() -> upload.requireTrainable(Target.PLANET, false))
				.contains("koi_period", "%", "\"1\" (115)", "CONFIRMED");
		}
	}

	@Test
	void tellsThePublishedPlanetsFromK2s() {
		try (Upload upload = receive("20-PS.csv")) {
			assertProblem(ProblemKind.UNUSABLE, "published_planets",
					() -> upload.requireTrainable(Target.PLANET, false))
				.contains("disposition");
		}
	}

	@Test
	void refusesNumbersForLabelsUnlessToldWhatTheyMean() {
		try (Upload upload = receive("38-koi_label_numbers.csv")) {
			assertProblem(ProblemKind.UNUSABLE, "unknown_labels", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("\"2\" (139)", "\"0\" (129)", "FALSE POSITIVE");
		}
		LabelMap labels = new LabelMap(Map.of("2", "CONFIRMED", "1", "CANDIDATE", "0", "false positive"));
		try (Upload upload = this.datasets.receive(RealTables.open("reported/38-koi_label_numbers.csv"), "koi.csv",
				labels)) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().labels())
				.isEqualTo(Map.of("CONFIRMED", 139L, "FALSE POSITIVE", 129L, "CANDIDATE", 32L));
		}
	}

	@Test
	void takesNotDispositionedForUndecided() {
		try (Upload upload = receive("10-koi_cr_only.csv")) {
			assertThat(upload.report().labels()).containsEntry(TableReport.BLANK, 30L)
				.doesNotContainKey(TableReport.OTHER);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "false_positive", "False-Positive", "FP", "fa", "Refuted", "FALSE  POSITIVE" })
	void readsLabelsOfAllMissionsInAnySpelling(String label) {
		assertThat(Arrays.stream(Mission.values()))
			.allMatch((mission) -> mission.verdict(label).equals(Optional.of(Verdict.NOT_PLANET)));
	}

	private Upload receive(String file) {
		return this.datasets.receive(RealTables.open("reported/" + file), file);
	}

	private List<ObjectRow> rows(String file) {
		try (Upload upload = receive(file); ObjectReader objects = upload.objects(List.of("koi_period"))) {
			List<ObjectRow> rows = new ArrayList<>();
			for (ObjectRow row = objects.next(); row != null; row = objects.next()) {
				rows.add(row);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
