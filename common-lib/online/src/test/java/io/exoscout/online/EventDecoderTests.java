package io.exoscout.online;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventDecoderTests {

	private static final StreamDefinition DAILY = MadeStreams.daily();

	private final EventDecoder decoder = new EventDecoder(DAILY);

	@Test
	void readsAnEventOutOfItsCells() {
		StreamEvent event = event("035623", "1972-01-01", " 39.0 ", "1");
		assertThat(event.id()).isEqualTo("035623|1972-01-01");
		assertThat(event.key()).isEqualTo("035623");
		assertThat(event.values()).containsExactly(39);
		assertThat(event.label()).isEqualTo(1);
		assertThat(event.line()).isEqualTo(8);
		assertThat(Instant.ofEpochMilli(event.time())).isEqualTo("1972-01-01T00:00:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "1972-01-01T06:30, 1972-01-01T06:30:00Z", "1972-01-01 06:30:15, 1972-01-01T06:30:15Z",
			"1972-01-01T06:30:15.25Z, 1972-01-01T06:30:15.250Z", "2026-03-29T03:00:00+02:00, 2026-03-29T01:00:00Z",
			"1700000000000, 2023-11-14T22:13:20Z" })
	void readsTimesAsTheyAreWritten(String text, String time) {
		assertThat(Instant.ofEpochMilli(event("s", text, "1", "1").time())).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "19720101", "1972-13-01", "1972-02-30", "01.02.1972", "1972", "72-01-01", "99999-01-01",
			"1972-01-01T25:00", "1700000000" })
	void takesNothingElseForATime(String text) {
		assertThat(reason("s", text, "1", "1")).contains("date is \"" + text + "\"", "no time");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "NaN", "null", "NA", "9999.9", "9999.90", "None" })
	void takesSentinelsAndBlanksForMissing(String cell) {
		assertThat(event("s", "1972-01-01", cell, "1").values()[0]).isNaN();
	}

	@Test
	void takesACellThatIsNotThereForMissing() {
		assertThat(event("s", "1972-01-01", null, "1").values()[0]).isNaN();
		assertThat(event("s", "1972-01-01", "1", null).label()).isEqualTo(StreamEvent.NO_LABEL);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "0, 0", "2, 0" })
	void takesAnyOtherLabelForNegative(String cell, int label) {
		assertThat(event("s", "1972-01-01", "1", cell).label()).isEqualTo(label);
	}

	@Test
	void takesALabelInNeitherListForNone() {
		StreamDefinition listed = MadeStreams.with(MadeStreams.sealed());
		StreamArrival event = MadeStreams.event(listed, 1, "s", "1972-01-01", "1", "PC", "");
		assertThat(((StreamEvent) event).label()).isEqualTo(StreamEvent.NO_LABEL);
	}

	@Test
	void labelThatIsKnownAtNoTimeCanNotBeRead() {
		StreamDefinition listed = MadeStreams.with(MadeStreams.sealed());
		assertThat(MadeStreams.event(listed, 1, "s", "1972-01-01", "1", "1", "")).isInstanceOf(Undecodable.class);
	}

	@Test
	void takesNoIdThatCouldBeTakenForAnother() {
		assertThat(reason("a|b", "1972-01-01", "1", "1")).contains("stn is \"a|b\"");
		assertThat(reason("", "1972-01-01", "1", "1")).contains("stn is \"\"");
		assertThat(reason("x".repeat(201), "1972-01-01", "1", "1")).contains("1 to 200 characters");
	}

	@Test
	void quotesLittleOfAHugeCell() {
		assertThat(reason("s", "1972-01-01", "x".repeat(10_000_000), "1")).hasSizeLessThan(200);
		assertThat(reason("s", "1".repeat(10_000_000), "1", "1")).hasSizeLessThan(200);
	}

	@Test
	void readsALabelThatComesByItself() {
		EventDecoder later = new EventDecoder(MadeStreams.with(MadeStreams.later()));
		assertThat(later.label(3, 1, 77, "s|1972-01-01", "0", null))
			.isEqualTo(new StreamLabel(3, 1, "s|1972-01-01", false, 77));
		assertThat(later.label(3, 1, 77, "s|1972-01-01", "1", "1970-01-01T00:00:01Z"))
			.isEqualTo(new StreamLabel(3, 1, "s|1972-01-01", true, 1000));
		assertThat(later.label(3, 1, 77, " ", "1", null)).isInstanceOf(Undecodable.class);
		assertThat(later.label(3, 1, 77, null, "1", null)).isInstanceOf(Undecodable.class);
		assertThat(later.label(3, 1, 77, "s", null, null)).isInstanceOf(Undecodable.class);
		assertThat(later.label(3, 1, 77, "s", "1", "soon")).isInstanceOf(Undecodable.class);
	}

	@Test
	void numbersEventsThatHaveNoTime() {
		StreamDefinition phishing = RealStreams.phishing();
		String[] cells = phishing.columns().stream().map((column) -> "1").toArray(String[]::new);
		assertThat(((StreamEvent) new EventDecoder(phishing).event(5, 6, 0, cells)).time()).isEqualTo(5);
		assertThat(List.of(cells)).hasSize(10);
	}

	private StreamEvent event(@Nullable String... cells) {
		return (StreamEvent) this.decoder.event(7, 8, RealStreams.NOW, cells);
	}

	private String reason(@Nullable String... cells) {
		return ((Undecodable) this.decoder.event(7, 8, RealStreams.NOW, cells)).reason();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "1.0, 1", "1e0, 1", "+1, 1", "0.0, 0", "00, 0", "10, -1", "1.5, -1", "one, -1" })
	void numberIsTheSameLabelHoweverItIsWritten(String cell, int label) {
		LabelRule rule = new LabelRule("y", List.of("1"), List.of("0"), LabelArrival.WITH_EVENT, Duration.ZERO, null);
		assertThat(rule.read(cell)).isEqualTo(label);
	}

}
