package io.exoscout.jobs.listing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.exoscout.job.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/**
 * The names of all parts that a job document may have, asked of the code that writes it.
 * What lies within lists, and under keys that come from tables, has none.
 *
 * @param within names of the parts, with those that are within each
 */
record PartNames(Map<String, PartNames> within) {

	/** Deeper ones nobody would ask for one by one. */
	static final int DEPTH = 3;

	static PartNames ofJob(JsonMapper json) {
		return new PartNames(of(json, json.constructType(Job.class), DEPTH));
	}

	/** Of a part that is one of several kinds of things, what is within any of them. */
	private static Map<String, PartNames> of(JsonMapper json, BeanProperty part, int depth) {
		Schema schema = part.getAnnotation(Schema.class);
		if (schema == null || schema.oneOf().length == 0) {
			return of(json, part.getType(), depth);
		}
		Map<String, PartNames> names = new TreeMap<>();
		for (Class<?> kind : schema.oneOf()) {
			of(json, json.constructType(kind), depth)
				.forEach((name, inner) -> names.merge(name, inner, PartNames::and));
		}
		return names;
	}

	private static Map<String, PartNames> of(JsonMapper json, JavaType type, int depth) {
		if (depth == 0) {
			return Map.of();
		}
		Map<String, PartNames> names = new TreeMap<>();
		json.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
			@Override
			public JsonObjectFormatVisitor expectObjectFormat(JavaType object) {
				return new JsonObjectFormatVisitor.Base(getContext()) {
					@Override
					public void optionalProperty(BeanProperty part) {
						names.put(part.getName(), new PartNames(of(json, part, depth - 1)));
					}

					@Override
					public void property(BeanProperty part) {
						optionalProperty(part);
					}
				};
			}
		});
		return Collections.unmodifiableMap(names);
	}

	/** Of a part that is now this, now that. */
	private PartNames and(PartNames other) {
		Map<String, PartNames> both = new TreeMap<>(this.within);
		other.within.forEach((name, inner) -> both.merge(name, inner, PartNames::and));
		return new PartNames(both);
	}

	/** What is within a part; {@code null} if there is no such part. */
	@Nullable PartNames at(String path) {
		PartNames part = this;
		for (String name : path.split("\\.", -1)) {
			part = (part != null) ? part.within().get(name) : null;
		}
		return part;
	}

	/**
	 * What could have been meant by a path that leads nowhere.
	 * @param path a path
	 * @return the paths of all parts at the place where it went wrong
	 */
	List<String> beside(String path) {
		PartNames part = this;
		String prefix = "";
		for (String name : path.split("\\.", -1)) {
			PartNames inner = part.within().get(name);
			if (inner == null || inner.within().isEmpty()) {
				break;
			}
			part = inner;
			prefix += name + ".";
		}
		return part.within().keySet().stream().map(prefix::concat).toList();
	}

}
