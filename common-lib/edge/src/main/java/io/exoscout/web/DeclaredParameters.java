package io.exoscout.web;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * The parameters that a method of a controller takes, as its signature declares them, so
 * that no controller has to list them anywhere else.
 *
 * @param texts names of those that are texts, in the query or in a form
 * @param files names of those that are files
 * @param several names of those that are any number of files
 * @param bodied whether it takes a body, a form or another one
 */
record DeclaredParameters(Set<String> texts, Set<String> files, Set<String> several, boolean bodied) {

	private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

	static DeclaredParameters of(HandlerMethod method) {
		Set<String> texts = new TreeSet<>();
		Set<String> files = new TreeSet<>();
		Set<String> several = new TreeSet<>();
		boolean bodied = mappings(method).anyMatch((mapping) -> mapping.consumes().length > 0);
		for (MethodParameter parameter : method.getMethodParameters()) {
			String name = name(parameter);
			if (name != null) {
				Class<?> type = parameter.getParameterType();
				boolean many = type == MultipartFile[].class;
				((many || MultipartFile.class.isAssignableFrom(type)) ? files : texts).add(name);
				several.addAll(many ? Set.of(name) : Set.of());
			}
			bodied |= parameter.hasParameterAnnotation(RequestBody.class);
		}
		// such as mode=job, which chooses a method
		mappings(method).flatMap((mapping) -> Arrays.stream(mapping.params()))
			.map((condition) -> condition.replaceFirst("^!", "").replaceFirst("!?=.*", ""))
			.forEach(texts::add);
		return new DeclaredParameters(texts, files, several, bodied);
	}

	boolean has(String name) {
		return this.texts.contains(name) || this.files.contains(name);
	}

	/** All names, sorted. */
	Set<String> names() {
		Set<String> names = new TreeSet<>(this.texts);
		names.addAll(this.files);
		return names;
	}

	private static @Nullable String name(MethodParameter parameter) {
		parameter.initParameterNameDiscovery(NAMES);
		RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
		if (asked != null) {
			return given(asked.name(), parameter);
		}
		RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
		return (part != null) ? given(part.name(), parameter) : null;
	}

	private static @Nullable String given(String name, MethodParameter parameter) {
		return name.isEmpty() ? parameter.getParameterName() : name;
	}

	private static Stream<RequestMapping> mappings(HandlerMethod method) {
		return Stream.of(method.getBeanType(), method.getMethod())
			.map((element) -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
			.flatMap(Stream::ofNullable);
	}

}
