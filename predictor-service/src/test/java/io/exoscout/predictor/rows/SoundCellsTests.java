package io.exoscout.predictor.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.exoscout.archive.Mission;
import io.exoscout.dataset.MeasurementCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SoundCellsTests {

	private static final List<String> CELLS = List.of("", "0.5", "1", "12.5", "615.8", "5455", "-0.3", "-9.5", "0",
			"1e9", "1e999", "nan", "None", "--", "text", "1,5", "K00752.01");

	@ParameterizedTest
	@EnumSource
	void ofFewSoundRowsACheckHasNothingToSay(Mission mission) {
		List<String> columns = columns(mission);
		SoundCells sound = SoundCells.of(mission, columns);
		Random random = new Random(3);
		int all = 0;
		for (int i = 0; i < 20_000; i++) {
			List<List<String>> rows = rows(random, columns.size(), 1 + random.nextInt(9));
			if (rows.stream().allMatch(sound::all)) {
				MeasurementCheck check = new MeasurementCheck(mission, columns, "row");
				rows.forEach((row) -> check.add(1, row));
				assertThat(check.problem()).as("%s", rows).isNull();
				assertThat(check.notes()).as("%s", rows).isEmpty();
				all++;
			}
		}
		assertThat(all).isPositive();
	}

	@Test
	void ofManyRowsTheCheckIsAsked() {
		assertThat(SoundCells.mayBe(1)).isTrue();
		assertThat(SoundCells.mayBe(10)).isFalse();
	}

	@Test
	void whatACheckComplainsOfIsNotSound() {
		SoundCells sound = SoundCells.of(Mission.KEPLER, List.of("koi_period", "koi_steff", "kepler_name"));
		assertThat(sound.all(List.of("9.5", "5455", "Kepler-1 b"))).isTrue();
		assertThat(sound.all(List.of("9.5", "", ""))).isTrue();
		assertThat(sound.all(List.of("", "5455", ""))).as("a core column is blank").isFalse();
		assertThat(sound.all(List.of("-9.5", "5455", ""))).isFalse();
		assertThat(sound.all(List.of("9.5", "3.74", ""))).isFalse();
		assertThat(sound.all(List.of("9.5", "nan", ""))).isFalse();
		assertThat(sound.all(List.of("long", "5455", ""))).isFalse();
	}

	private static List<String> columns(Mission mission) {
		return switch (mission) {
			case KEPLER -> List.of("koi_period", "koi_duration", "koi_steff", "kepoi_name");
			case TESS -> List.of("pl_orbper", "pl_trandep", "st_teff", "toi");
			case K2 -> List.of("pl_orbper", "pl_rade", "st_teff", "pl_name");
		};
	}

	private static List<List<String>> rows(Random random, int columns, int count) {
		List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			List<String> row = new ArrayList<>();
			for (int column = 0; column < columns; column++) {
				// mostly numbers, or hardly any rows would be sound
				row.add(CELLS.get(random.nextInt((random.nextInt(4) > 0) ? 6 : CELLS.size())));
			}
			rows.add(row);
		}
		return rows;
	}

}
