package io.exoscout.online;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventTimesTests {

	private static final String[] TIMES = { "2020-02-29", "2019-12-31 23:59", "2020-01-01T00:00:00.5Z",
			"1969-07-20T20:17:40.123456789-05:00", "9999-12-31 23:59:59+01:00", "1000-01-01T00:30+0100",
			"2024-02-28t10:15:30z", "2024-02-28 10:15:30.25+0102", "2024-02-28 10:15+01:02:03",
			"2021-06-30T12:00:00-18:00" };

	private static final String MUTANTS = "0123456789-+:.TtZz x";

	@ParameterizedTest
	@CsvSource({ "2020-02-29,2020-02-29T00:00:00Z", "2020-02-29 10:11,2020-02-29T10:11:00Z",
			"2020-02-29T10:11:12.345Z,2020-02-29T10:11:12.345Z", "2020-02-29T10:11+02:00,2020-02-29T08:11:00Z",
			"1582934400000,2020-02-29T00:00:00Z", "-14182940000,", "-141829400000,1965-07-04T10:56:40Z" })
	void timesAreThoseOfTheStandardOrMilliseconds(String text, Instant time) {
		assertThat(EventTimes.read(text))
			.isEqualTo((time != null) ? OptionalLong.of(time.toEpochMilli()) : OptionalLong.empty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "2021-02-29", "2020-13-01", "2020-00-10", "2020-04-31", "2020-01-01T24:00",
			"2020-01-01T10:60", "2020-01-01T10:00:60", "2020-01-01T10:00+19:00", "2020-01-01T10:00Zx", "0999-12-31",
			"123456789012345", "15829344000x0" })
	void whatIsNoTimeIsNone(String text) {
		assertThat(EventTimes.read(text)).isEmpty();
	}

	@Test
	void textsLikeTimesAreReadAsJavaReadsThem() {
		Random random = new Random(5);
		int times = 0;
		for (int i = 0; i < 100_000; i++) {
			StringBuilder text = new StringBuilder(TIMES[random.nextInt(TIMES.length)]);
			for (int changes = random.nextInt(4); changes > 0; changes--) {
				char mutant = MUTANTS.charAt(random.nextInt(MUTANTS.length()));
				int at = 5 + random.nextInt(text.length() - 5);
				switch (random.nextInt(3)) {
					case 0 -> text.setCharAt(at, mutant);
					case 1 -> text.insert(at, mutant);
					default -> text.deleteCharAt(at);
				}
			}
			OptionalLong expected = ofJava(text.toString());
			assertThat(EventTimes.read(text.toString())).as(text.toString()).isEqualTo(expected);
			times += expected.isPresent() ? 1 : 0;
		}
		assertThat(times).isGreaterThan(10_000);
	}

	private static OptionalLong ofJava(String text) {
		try {
			if (text.length() <= 10) {
				return OptionalLong.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
			}
			String time = text.substring(0, 10) + 'T'
					+ text.substring(11).replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
			boolean zoned = time.substring(11).matches(".*[zZ+-].*");
			// Java takes more forms of zones
			if (zoned && !time.substring(11).matches("[^zZ+-]*([zZ]|[+-]\\d\\d((:\\d\\d){0,2}|\\d\\d))")) {
				return OptionalLong.empty();
			}
			Instant instant = zoned ? OffsetDateTime.parse(time).toInstant()
					: LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
			boolean within = !instant.isBefore(Instant.parse("1000-01-01T00:00:00Z")) && instant
				.isBefore(OffsetDateTime.parse("9999-12-31T23:59:59.999999999Z").toInstant().plusNanos(1));
			return (within && text.length() <= 40) ? OptionalLong.of(instant.toEpochMilli()) : OptionalLong.empty();
		}
		catch (DateTimeException ex) {
			return OptionalLong.empty();
		}
	}

}
