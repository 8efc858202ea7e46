package io.exoscout.suite;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A form as browsers send it (RFC 7578). */
final class Form {

	private static final String BOUNDARY = "a-boundary-that-no-table-holds";

	private final List<BodyPublisher> parts = new ArrayList<>();

	static Form of(byte[] table) {
		return new Form().file("table.csv", BodyPublishers.ofByteArray(table));
	}

	/** A file that is made while it is sent, however large. */
	static Form streaming(Supplier<InputStream> table) {
		return new Form().file("table.csv", BodyPublishers.ofInputStream(table));
	}

	Form file(String filename, BodyPublisher content) {
		return part("name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv".formatted(filename), content);
	}

	Form with(String field, String value) {
		return part("name=\"%s\"".formatted(field), BodyPublishers.ofString(value));
	}

	private Form part(String disposition, BodyPublisher content) {
		this.parts.add(text("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, disposition)));
		this.parts.add(content);
		this.parts.add(text("\r\n"));
		return this;
	}

	String contentType() {
		return "multipart/form-data; boundary=" + BOUNDARY;
	}

	BodyPublisher body() {
		List<BodyPublisher> all = new ArrayList<>(this.parts);
		all.add(text("--%s--\r\n".formatted(BOUNDARY)));
		return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
	}

	private static BodyPublisher text(String text) {
		return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
	}

}
