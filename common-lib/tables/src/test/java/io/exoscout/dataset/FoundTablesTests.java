package io.exoscout.dataset;

import java.nio.file.Path;

import io.exoscout.archive.Target;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.DirectoryBlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** Tables as they are found in public places: of one column or row that is odd. */
class FoundTablesTests {

	@TempDir
	Path directory;

	private Datasets datasets;

	@BeforeEach
	void start() {
		this.datasets = new Datasets(new DirectoryBlobStore(this.directory.resolve("blobs")), TableLimits.DEFAULTS,
				this.directory.resolve("spool"));
	}

	@ParameterizedTest
	@CsvSource({ "FALSE POSITIVE,FP?", "FALSE POSITIVE,FALSE POSTIVE" })
	void labelsThatNobodyUsesAreRefusedWhenTheyAreMoreThanSlips(String label, String found) {
		try (Upload upload = receive(MadeTables.kepler(40).replace(label, found))) {
			assertProblem(ProblemKind.UNUSABLE, "unknown_labels", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("\"" + found + "\" (20)", "CONFIRMED", "\"labels\"");
			assertThat(upload.trainingProblems(Target.PLANET, false)).extracting(ProblemException::code)
				.contains("unknown_labels");
			assertThat(upload.predictionProblems()).isEmpty();
		}
	}

	@Test
	void aTenthOfUnknownLabelsIsNoSlipAndAFewAre() {
		try (Upload upload = receive(MadeTables.kepler(100).replaceAll("(K000\\d[24].01),FALSE POSITIVE", "$1,FPP"))) {
			assertProblem(ProblemKind.UNUSABLE, "unknown_labels", () -> upload.requireTrainable(Target.PLANET, false))
				.contains("\"FPP\" (20)");
		}
		try (Upload upload = receive(MadeTables.kepler(100).replaceAll("(K0001[24].01),FALSE POSITIVE", "$1,FPP"))) {
			upload.requireTrainable(Target.PLANET, false);
			assertThat(upload.report().notes()).anyMatch((note) -> note.contains("\"FPP\""));
		}
	}

	@ParameterizedTest
	@CsvSource({ "Confirmed Planet (CP),CONFIRMED", "Known Planet [KP],CONFIRMED", "False Positive (FP),FALSE POSITIVE",
			"False Alarm (FA),FALSE POSITIVE", "Planet Candidate (PC),CANDIDATE",
			"Ambiguous Planet Candidate (APC),CANDIDATE", "Confirmed Planet (FP),(other)",
			"False Positive (unsure),(other)" })
	void wordsMayHaveTheirCodeInBrackets(String written, String label) {
		try (Upload upload = receive(MadeTables.kepler(40).replaceFirst("CONFIRMED", written))) {
			assertThat(upload.report().labels()).containsEntry(label,
					label.equals("CONFIRMED") ? 20L : label.equals("FALSE POSITIVE") ? 21L : 1L);
		}
	}

	private Upload receive(String table) {
		return this.datasets.receive(MadeTables.stream(table), "found.csv");
	}

}
