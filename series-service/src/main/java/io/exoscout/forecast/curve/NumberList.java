package io.exoscout.forecast.curve;

import java.util.List;

import io.exoscout.forecast.collection.Members;
import org.jspecify.annotations.Nullable;

/** Lists of numbers, as they are sent. */
final class NumberList {

	private NumberList() {
	}

	/** Numbers none of which is missing. */
	static double[] finite(String name, List<@Nullable Double> sent) {
		double[] numbers = new double[sent.size()];
		for (int i = 0; i < numbers.length; i++) {
			String member = "%s[%d]".formatted(name, i);
			numbers[i] = Members.finite(member, Members.required(member, sent.get(i)));
		}
		return numbers;
	}

}
