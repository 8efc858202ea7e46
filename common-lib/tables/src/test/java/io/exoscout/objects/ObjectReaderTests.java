package io.exoscout.objects;

import java.util.ArrayList;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.body.TableLimits;
import io.exoscout.dataset.MadeTables;
import io.exoscout.problem.ProblemKind;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static io.exoscout.dataset.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

class ObjectReaderTests {

	private static final String K2 = """
			pl_name,hostname,default_flag,disposition,pl_orbper,st_teff,st_rad
			K2-1 b,K2-1,0,CONFIRMED,1.0,,0.9
			K2-2 b,K2-2,1,CANDIDATE,7,,
			K2-1 b,K2-1,1,CONFIRMED,2.0,,
			K2-1 b,K2-1,0,CONFIRMED,3.0,5000,0.8
			K2-2 b,K2-2,0,CANDIDATE,8,4000,
			""";

	@Test
	void keepsToiAsText() {
		List<ObjectRow> objects = read("toi,tid,tfopwg_disp,pl_orbper\n1000.01,50365310,FP,2.17\n1000.10,1,PC,\n",
				Mission.TESS, List.of("pl_orbper"));
		assertThat(objects).extracting(ObjectRow::object).containsExactly("1000.01", "1000.10");
		assertThat(objects.get(0).values()).containsExactly(2.17f);
		assertThat(objects.get(1).values()).containsExactly(Float.NaN);
	}

	@Test
	void missingColumnsAreNamedAndRead() {
		ObjectReader reader = open("koi_period\n1.5\n", Mission.KEPLER, List.of("koi_depth", "koi_period"));
		assertThat(reader.missing()).containsExactly("koi_depth");
		ObjectRow object = reader.next();
		assertThat(object.object()).isEmpty();
		assertThat(object.star()).isEmpty();
		assertThat(object.label()).isEmpty();
		assertThat(object.values()).containsExactly(Float.NaN, 1.5f);
		assertThat(reader.next()).isNull();
	}

	@Test
	void countsCellsThatHoldNoFiniteNumber() {
		ObjectReader reader = open("koi_period\ninf\n1e999\nabc\n2\n", Mission.KEPLER, List.of("koi_period"));
		while (reader.next() != null) {
			assertThat(reader.missing()).isEmpty();
		}
		assertThat(reader.notFinite()).isEqualTo(3);
	}

	@Test
	void bringsK2ToOneObjectPerPlanetInOrderOfFirstAppearance() {
		assertThat(read(K2, Mission.K2, List.of())).extracting(ObjectRow::object).containsExactly("K2-1 b", "K2-2 b");
	}

	@Test
	void k2TakesTheDefaultRowFirstThenTheFirstFilledValue() {
		List<ObjectRow> objects = read(K2, Mission.K2, List.of("pl_orbper", "st_teff", "st_rad"));
		assertThat(objects.get(0).values()).containsExactly(2, 5000, 0.9f);
		assertThat(objects.get(0).row()).isEqualTo(3);
		assertThat(objects.get(0).label()).isEqualTo("CONFIRMED");
		assertThat(objects.get(1).values()).containsExactly(7, 4000, Float.NaN);
		assertThat(objects.get(1).row()).isEqualTo(2);
	}

	@Test
	void k2RowsWithoutANameStayApart() {
		String table = "pl_name,default_flag,pl_orbper\n,1,1\n,1,2\n";
		assertThat(read(table, Mission.K2, List.of("pl_orbper"))).hasSize(2);
	}

	@Test
	void refusesOverlongNames() {
		ObjectReader reader = open("kepoi_name,koi_period\n" + "K".repeat(201) + ",1\n", Mission.KEPLER, List.of());
		assertProblem(ProblemKind.INVALID, "name_too_long", reader::next).contains("Line 2", "201", "kepoi_name");
	}

	@Test
	void k2TablesAreBounded() {
		TableLimits limits = new TableLimits(DataSize.ofMegabytes(1), 10, 100, 1000, 2, 100);
		ObjectReader reader = ObjectReader.open(MadeTables.stream("pl_name,pl_orbper\na,1\nb,1\nb,2\nc,1\n"),
				Mission.K2, List.of("pl_orbper"), limits);
		assertProblem(ProblemKind.TOO_LARGE, "too_many_objects", reader::next).contains("2 objects");
	}

	@Test
	void namesOfK2ObjectsCountForTheRoomTheyTake() {
		TableLimits limits = new TableLimits(DataSize.ofMegabytes(1), 10, 200, 1000, 1000, 400);
		String name = "n".repeat(100);
		String table = "pl_name,pl_orbper\n%1$sa,1\n%1$sb,1\n%1$sa,2\n%1$sc,1\n%1$sd,1\n".formatted(name);
		ObjectReader reader = ObjectReader.open(MadeTables.stream(table), Mission.K2, List.of(), limits);
		assertProblem(ProblemKind.TOO_LARGE, "too_many_objects", reader::next).contains("4 objects", "400");
	}

	@Test
	void k2RowsOfOneObjectTakeTheRoomOfOne() {
		TableLimits limits = new TableLimits(DataSize.ofMegabytes(1), 10, 200, 1000, 1000, 10);
		String table = "pl_name,hostname,pl_orbper\n" + "K2-1 b,K2-1,1\n".repeat(100);
		ObjectReader reader = ObjectReader.open(MadeTables.stream(table), Mission.K2, List.of(), limits);
		assertThat(reader.next()).isNotNull();
	}

	private static ObjectReader open(String table, Mission mission, List<String> features) {
		return ObjectReader.open(MadeTables.stream(table), mission, features, TableLimits.DEFAULTS);
	}

	private static List<ObjectRow> read(String table, Mission mission, List<String> features) {
		ObjectReader reader = open(table, mission, features);
		List<ObjectRow> objects = new ArrayList<>();
		for (ObjectRow object = reader.next(); object != null; object = reader.next()) {
			objects.add(object);
		}
		return objects;
	}

}
