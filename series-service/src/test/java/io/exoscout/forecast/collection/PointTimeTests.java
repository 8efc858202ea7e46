package io.exoscout.forecast.collection;

import java.util.Date;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PointTimeTests {

	@ParameterizedTest
	@CsvSource({ "1970-01-02, 86400", "1970-02, 2678400", "1970-01-01T01:00:00Z, 3600", "1970-01-01 01:00:00, 3600",
			"1970-01-01T01:00, 3600", "1970-01-01T01:00:00+01:00, 0", "1970-01-01T00:00:00.250Z, 0.25",
			"1969-12-31T23:59:59-01:00, 3599" })
	void readsMoments(String text, double seconds) {
		assertThat(PointTime.of(text)).isEqualTo(new PointTime(seconds, true));
	}

	@Test
	void hoursOfBothSidesOfAChangeOfClocksAreAnHourApart() {
		double before = PointTime.of("2022-03-27T01:00:00+01:00").value();
		double after = PointTime.of("2022-03-27T03:00:00+02:00").value();
		assertThat(after - before).isEqualTo(3600);
	}

	@ParameterizedTest
	@CsvSource({ "2459000.5, 2459000.5", "17, 17", "-3e2, -300" })
	void plainNumbersStayWhatTheyAre(String text, double number) {
		assertThat(PointTime.of(text)).isEqualTo(new PointTime(number, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2022-13", "2022-02-30", "2022-01-01T25:00:00", "01/02/2022", "NaN",
			"2022-01-01T00:00:00+99:00", "2022-1-1" })
	void whatIsNoTimeIsNone(String text) {
		assertThat(PointTime.of(text)).isNull();
	}

	@Test
	void datesOfTheDatabaseComeBackAsTheyWere() {
		PointTime time = PointTime.of("2022-03-20T11:00:00.123+01:00");
		assertThat(time.kept()).isInstanceOf(Date.class);
		assertThat(PointTime.of(time.kept())).isEqualTo(time);
	}

	@Test
	void nothingAndOtherThingsAreNoTimes() {
		assertThat(PointTime.of(null)).isNull();
		assertThat(PointTime.of(true)).isNull();
		assertThat(PointTime.of(Double.NaN)).isNull();
	}

}
