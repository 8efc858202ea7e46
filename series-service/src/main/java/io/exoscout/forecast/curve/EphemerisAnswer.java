package io.exoscout.forecast.curve;

import java.util.List;
import java.util.stream.LongStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.exoscout.series.Ephemeris;
import org.jspecify.annotations.Nullable;

/**
 * A linear ephemeris, in days.
 *
 * @param epoch the time of transit 0, that which is known best
 * @param epochError its standard deviation
 * @param period from one transit to the next
 * @param periodError its standard deviation
 * @param covariance of epoch and period, in days squared
 * @param chiSquare the sum of squared O−C over squared errors; none where no errors were
 * sent, and they were taken from the scatter
 * @param degreesOfFreedom how many transits there are beyond the two that a line needs
 * @param transits those sent, in order
 * @param next those to come
 * @param expires the first transit that is uncertain by more than 30 minutes; none if
 * that is too far away to count
 */
record EphemerisAnswer(double epoch, double epochError, double period, double periodError, double covariance,
		@Nullable Double chiSquare, int degreesOfFreedom, List<SeenTransit> transits, List<NextTransit> next,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NextTransit expires) {

	/** Half an hour, in days. */
	private static final double STALE = 0.5 / 24;

	static EphemerisAnswer of(Ephemeris ephemeris, double since, int count) {
		long first = ephemeris.after(since);
		Long stale = ephemeris.expires(STALE);
		return new EphemerisAnswer(ephemeris.epoch(), ephemeris.epochError(), ephemeris.period(),
				ephemeris.periodError(), ephemeris.covariance(), ephemeris.chiSquare(), ephemeris.freedom(),
				ephemeris.transits().stream().map(SeenTransit::of).toList(),
				LongStream.range(first, first + count).mapToObj((number) -> NextTransit.of(ephemeris, number)).toList(),
				(stale != null) ? NextTransit.of(ephemeris, stale) : null);
	}

	/**
	 * A transit that was seen.
	 *
	 * @param number counted from transit 0
	 * @param observed when it was
	 * @param computed when it should have been
	 * @param oMinusC the difference
	 * @param error of the time, if it was sent
	 */
	record SeenTransit(long number, double observed, double computed, double oMinusC, @Nullable Double error) {

		static SeenTransit of(Ephemeris.Transit transit) {
			return new SeenTransit(transit.number(), transit.time(), transit.computed(), transit.difference(),
					transit.error());
		}

	}

	/**
	 * A transit to come.
	 *
	 * @param number counted from transit 0
	 * @param time when it is to come
	 * @param error its standard deviation
	 */
	record NextTransit(long number, double time, double error) {

		static NextTransit of(Ephemeris ephemeris, long number) {
			return new NextTransit(number, ephemeris.time(number), ephemeris.error(number));
		}

	}

}
