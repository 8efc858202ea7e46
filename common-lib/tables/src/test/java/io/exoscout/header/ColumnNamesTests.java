package io.exoscout.header;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.exoscout.archive.ArchiveColumn;
import io.exoscout.archive.ArchiveColumns;
import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvTable;
import io.exoscout.dataset.RealTables;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnNamesTests {

	private static final String EXOFOP = "TIC ID,TOI,CTOI,TESS Disposition,TFOPWG Disposition,TESS mag,TESS mag error,"
			+ "RA (deg),Dec (deg),PM RA (mas/yr),PM RA error,Transit Epoch (BJD),Transit Epoch error,Period (days),"
			+ "Period error,Duration (hours),Duration error,Depth (mmag),Depth (mmag) error,Depth (ppm),"
			+ "Depth (ppm) error,Planet Radius (R_Earth),Planet Radius error,Planet Insolation (Earth flux),"
			+ "Planet Eq Temp (K),Stellar Distance (pc),Stellar Teff (K),Stellar log(g) (cm/s2),"
			+ "Stellar Radius (R_Sun),Comments";

	@ParameterizedTest
	@EnumSource(Mission.class)
	void leaveTheArchivesOwnNamesAsTheyAre(Mission mission) {
		List<String> header = ArchiveColumns.named(mission).stream().map(ArchiveColumn::name).toList();
		ColumnNames names = ColumnNames.of(header);
		assertThat(names.names()).isEqualTo(header);
		assertThat(names.changed()).isFalse();
		assertThat(names.notes()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { RealTables.KEPLER, RealTables.KEPLER_153_COLUMNS, RealTables.KEPLER_2017, RealTables.TESS,
			RealTables.TESS_26_COLUMNS, RealTables.K2, RealTables.CONFIRMED, RealTables.TCE })
	void leaveRealTablesAsTheyAre(String table) throws Exception {
		try (CsvTable csv = CsvTable.open(RealTables.open(table), TableLimits.DEFAULTS)) {
			ColumnNames names = ColumnNames.of(csv.columns());
			assertThat(names.changed()).isFalse();
			assertThat(names.notes()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(Mission.class)
	void readNamesInUpperCaseAndWithBlanks(Mission mission) {
		List<String> names = ArchiveColumns.named(mission).stream().map(ArchiveColumn::name).toList();
		assertThat(ColumnNames.of(names.stream().map((name) -> name.toUpperCase(Locale.ROOT)).toList()).names())
			.isEqualTo(names);
		assertThat(ColumnNames.of(names.stream().map((name) -> " " + name.replace('_', ' ') + " ").toList()).names())
			.isEqualTo(names);
	}

	@ParameterizedTest
	@EnumSource(Mission.class)
	void readTheArchivesLabelsOfEveryFeature(Mission mission) {
		List<ArchiveColumn> columns = ArchiveColumns.named(mission)
			.stream()
			.filter((column) -> column.role().measured())
			.toList();
		List<String> labels = columns.stream()
			.map((column) -> column.meaning() + (column.unit().isEmpty() ? "" : " [" + column.unit() + "]"))
			.toList();
		ColumnNames names = ColumnNames.of(labels, mission);
		assertThat(names.names()).containsExactlyElementsOf(columns.stream().map(ArchiveColumn::name).toList());
		assertThat(names.cell(0, "1.5")).isEqualTo("1.5");
	}

	@Test
	void readExofopsTable() {
		ColumnNames names = of(EXOFOP);
		assertThat(names.mission()).contains(Mission.TESS);
		assertThat(names.names()).containsExactly("tid", "toi", "ctoi_alias", "TESS Disposition", "tfopwg_disp",
				"st_tmag", "st_tmagerr1", "ra", "dec", "st_pmra", "st_pmraerr1", "pl_tranmid", "pl_tranmiderr1",
				"pl_orbper", "pl_orbpererr1", "pl_trandurh", "pl_trandurherr1", "Depth (mmag)", "Depth (mmag) error",
				"pl_trandep", "pl_trandeperr1", "pl_rade", "pl_radeerr1", "pl_insol", "pl_eqt", "st_dist", "st_teff",
				"st_logg", "st_rad", "Comments");
		assertThat(names.added()).contains("pl_orbpererr2", "pl_trandeperr2");
		assertThat(names.notes()).anyMatch((note) -> note.contains("\"Depth (mmag)\" was left"));
	}

	@Test
	void makeOfOneUncertaintyAnUpperAndALowerOne() {
		ColumnNames names = of("TIC ID,Period (hours),Period error");
		assertThat(names.names()).containsExactly("tid", "pl_orbper", "pl_orbpererr1");
		assertThat(names.added()).containsExactly("pl_orbpererr2");
		assertThat(Float.parseFloat(names.cell(2, "0.24"))).isEqualTo(0.01f);
		assertThat(Float.parseFloat(names.added(0, List.of("1", "48", "0.24")))).isEqualTo(-0.01f);
		assertThat(names.added(0, List.of("1", "48", ""))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Orbital Period [days],koi_period,9.5,9.5", "Orbital Period (hours),koi_period,48,2",
			"period_hours,koi_period,48,2", "Transit Depth [ppm],koi_depth,615.8,615.8",
			"Transit Depth (%),koi_depth,1.5,15000", "depth_ppt,koi_depth,2.5,2500",
			"depth (fraction),koi_depth,0.001,1000", "depth_mmag,koi_depth,1,920.6",
			"Transit Duration [days],koi_duration,0.125,3", "duration_minutes,koi_duration,90,1.5",
			"Planet Radius (R_Jup),koi_prad,1,11.209", "Planetary Radius [Earth radii],koi_prad,2.26,2.26",
			"planet_radius,koi_prad,2,2", "Transit Epoch [BJD],koi_time0bk,2455003.5,170.5",
			"Transit Epoch [BKJD],koi_time0bk,170.5,170.5",
			"Stellar Surface Gravity [log10(cm/s**2)],koi_slogg,4.4,4.4",
			"Stellar Effective Temperature [K],koi_steff,5455,5455", "st_teff,koi_steff,5455,5455",
			"Teff,koi_steff,5455,5455", "logg,koi_slogg,4.4,4.4", "Stellar Radius [Solar radii],koi_srad,0.9,0.9",
			"RA,ra,19:27:44.2,291.934167", "Dec,dec,+48:08:29.9,48.141639" })
	void convertWhatAHeaderNames(String sent, String column, String cell, float value) {
		ColumnNames names = ColumnNames.of(List.of("kepid", sent));
		assertThat(names.names().get(1)).isEqualTo(column);
		assertThat(Float.parseFloat(names.cell(1, cell))).isCloseTo(value,
				org.assertj.core.data.Percentage.withPercentage(0.01));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Orbital Period (K)", "koi_pdisposition", "radius", "temperature", "my notes", "" })
	void leaveWhatCanNotBeMeant(String name) {
		assertThat(ColumnNames.of(List.of("kepid", name)).names().get(1)).isEqualTo(name);
	}

	@Test
	void guessNoMissionFromNamesThatFitAll() {
		ColumnNames names = of("period,duration,depth,planet_radius,disposition");
		assertThat(names.mission()).isEmpty();
		assertThat(names.changed()).isFalse();
	}

	@Test
	void letIdsTellTheMissionOfCommonNames() {
		assertThat(of("KIC,period,depth,label").names()).containsExactly("kepid", "koi_period", "koi_depth",
				"koi_disposition");
		assertThat(of("tic_id,period,depth,disposition").names()).containsExactly("tid", "pl_orbper", "pl_trandep",
				"tfopwg_disp");
		assertThat(of("epic_id,period,teff").names()).containsExactly("hostname", "pl_orbper", "st_teff");
	}

	@Test
	void preferTheExactName() {
		ColumnNames names = of("Orbital Period,koi_period,kepid");
		assertThat(names.names()).containsExactly("Orbital Period", "koi_period", "kepid");
		assertThat(names.notes()).singleElement().asString().contains("\"Orbital Period\" was left");
	}

	@Test
	void nameEveryMappingAndConversion() {
		ColumnNames names = of("kepid,Transit Depth (%),KOI_PERIOD");
		assertThat(names.notes())
			.anyMatch((note) -> note.contains("\"Transit Depth (%)\" -> koi_depth, converted from %"))
			.anyMatch((note) -> note.contains("\"KOI_PERIOD\" -> koi_period"));
		assertThat(names.sentAs()).containsEntry("koi_depth", "Transit Depth (%)");
	}

	@Test
	void convertNoTextAndEndOnAnyNumber() {
		ColumnNames names = of("kepid,Transit Depth (%)");
		assertThat(List.of("abc", "1e-999999999", "0", "1e999999999999", "9".repeat(60_000)))
			.allMatch((cell) -> names.cell(1, cell).equals(cell));
	}

	@Test
	void readTevsEpochs() {
		ColumnNames names = of("TIC,Full TOI ID,TOI Disposition,Orbital Epoch Value,Orbital Period (days) Value,"
				+ "Transit Duration (hours) Value,Transit Depth Value,Planet Radius Value,Star Radius Value");
		assertThat(names.names()).containsExactly("tid", "toi", "tfopwg_disp", "pl_tranmid", "pl_orbper", "pl_trandurh",
				"pl_trandep", "pl_rade", "st_rad");
		assertThat(names.cell(3, "2062.3731490074556")).isEqualTo("2459062.373149007");
	}

	@Test
	void doNotTakeTablesOfPlanetsForTess() {
		assertThat(of("pl_name,hostname,tic_id,pl_orbper").mission()).isEqualTo(Optional.of(Mission.K2));
		assertThat(of("pl_name,hostname,tic_id,pl_orbper").changed()).isFalse();
	}

	private static ColumnNames of(String header) {
		return ColumnNames.of(Arrays.asList(header.split(",")));
	}

}
