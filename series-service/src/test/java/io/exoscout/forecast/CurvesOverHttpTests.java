package io.exoscout.forecast;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static io.exoscout.forecast.SeriesServer.ok;
import static io.exoscout.forecast.SeriesServer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Light curves and transit times, over HTTP. */
class CurvesOverHttpTests {

	@TempDir
	static Path home;

	private static SeriesServer server;

	@BeforeAll
	static void start() {
		server = new SeriesServer(home, "exoscout.series.work=1000000");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private static String curve(int length) {
		Random random = new Random(1);
		double[] flux = new double[length];
		for (int i = 0; i < length; i++) {
			flux[i] = 1000 + ((i > 0) ? 0.9 * (flux[i - 1] - 1000) : 0) + random.nextGaussian();
		}
		return "'time':[%s],'flux':[%s]".formatted(
				IntStream.range(0, length).mapToObj((i) -> String.valueOf(i * 0.5)).collect(Collectors.joining(",")),
				IntStream.range(0, length)
					.mapToObj((i) -> (i == 100) ? "null" : String.valueOf(flux[i]))
					.collect(Collectors.joining(",")));
	}

	@Test
	void aCurveIsWhitenedWithItsGaps() {
		JsonNode white = ok(server.post("/whiten", "{" + curve(2000) + ",'order':1}"));
		assertThat(white.get("residuals")).hasSize(2000);
		assertThat(white.get("residuals").get(0).isNull()).isTrue();
		assertThat(white.get("residuals").get(100).isNull()).isTrue();
		assertThat(white.get("residuals").get(101).isNull()).isTrue();
		assertThat(white.get("residuals").get(102).isNull()).isFalse();
		assertThat(white.get("weights").get(0).asDouble()).isCloseTo(0.9, within(0.03));
		assertThat(white.get("autocorrelation").asDouble()).isGreaterThan(0.8);
		assertThat(white.get("autocorrelation_left").asDouble()).isCloseTo(0, within(0.05));
		assertThat(white.get("gaps").asInt()).isEqualTo(1);
	}

	@Test
	void whatWouldTakeTooLongIsRefused() {
		assertThat(problem(server.post("/whiten", "{" + curve(2000) + ",'order':150}"), 413))
			.startsWith("too_many_points");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "{'time':[1,2]}|400|invalid_input|flux", "{'time':[1,2],'flux':[1]}|400|invalid_input|flux",
					"{'time':[1,null],'flux':[1,2]}|400|invalid_input|time[1]",
					"{'time':[1,2],'flux':[1,'NaN']}|400|invalid_input|flux[1]",
					"{'time':[1,2],'flux':[1,2]}|422|too_few_points|needs",
					"{'time':[1,2,3],'flux':[1,1e308,2]}|422|invalid_series|1.0E308",
					"{'time':[1,2],'flux':[1,2],'order':0}|400|invalid_input|order",
					"{'time':[1,2],'fluxes':[1,2]}|400|unknown_parameter|fluxes" })
	void curvesThatAreNoneAreRefused(String body, int status, String code, String named) {
		assertThat(problem(server.post("/whiten", body), status)).startsWith(code).contains(named);
	}

	@Test
	void transitsHaveAnEphemeris() {
		JsonNode fit = ok(server.post("/ephemeris",
				"{'times':[130.5,100.5,110.5,120.5],'errors':[0.001,0.001,0.001,0.001],'next':3,'after':1000}"));
		assertThat(fit.get("period").asDouble()).isCloseTo(10, within(1e-9));
		assertThat(fit.get("transits").get(0).get("observed").asDouble()).isEqualTo(100.5);
		assertThat(fit.get("transits").get(0).get("o_minus_c").asDouble()).isCloseTo(0, within(1e-9));
		assertThat(fit.get("next")).hasSize(3);
		assertThat(fit.get("next").get(0).get("time").asDouble()).isCloseTo(1000.5, within(1e-6));
		assertThat(fit.get("next").get(2).get("error").asDouble())
			.isGreaterThan(fit.get("next").get(0).get("error").asDouble());
		assertThat(fit.get("expires").get("error").asDouble()).isGreaterThan(1 / 48.0);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', value = { "{}|400|invalid_input|times",
			"{'times':[1,2]}|422|too_few_points|3", "{'times':[1,1,2]}|400|invalid_input|twice",
			"{'times':[1,2,3],'errors':[0,1,1]}|400|invalid_input|errors[0]",
			"{'times':[1,2,3],'errors':[1]}|400|invalid_input|errors",
			"{'times':[10,16,20]}|422|irregular_series|period",
			"{'times':[1,2,3],'period':-1}|400|invalid_input|period",
			"{'times':[1,2,3],'next':1001}|400|invalid_input|next", "{'times':[1,2,3e9]}|400|invalid_input|times",
			"{'times':[1,2,3],'after':1e300}|400|invalid_input|after" })
	void transitsThatHaveNoneAreRefused(String body, int status, String code, String named) {
		assertThat(problem(server.post("/ephemeris", body), status)).startsWith(code).contains(named);
	}

}
