package io.exoscout.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A request byte by byte, so that it may be as wrong as one likes. */
final class RawRequest {

	/** A host that is let in wherever the suite listens. */
	static final String HOST = "Host: localhost";

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private RawRequest() {
	}

	/** A head as it is; lines end as HTTP wants. */
	static RawRequest head(String... lines) {
		RawRequest sent = new RawRequest();
		for (String line : lines) {
			sent.text(line + "\r\n");
		}
		return sent.text("\r\n");
	}

	static byte[] get(String path, String... headers) {
		return request("GET", path, headers).bytes();
	}

	/** A request without a body. */
	static RawRequest request(String method, String path, String... headers) {
		RawRequest sent = new RawRequest()
			.text(method + " " + path + " HTTP/1.1\r\n" + HOST + "\r\nConnection: close\r\n");
		for (String header : headers) {
			sent.text(header + "\r\n");
		}
		return sent.text("\r\n");
	}

	/** A request with a body of the length that it says. */
	static byte[] post(String path, String type, byte[] body, String... headers) {
		return body("POST", path, type, body, headers);
	}

	static byte[] post(String path, String type, String body, String... headers) {
		return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	static byte[] json(String path, String body) {
		return post(path, "application/json", body);
	}

	static byte[] body(String method, String path, String type, byte[] body, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 2, headers.length);
		all[0] = "Content-Type: " + type;
		all[1] = "Content-Length: " + body.length;
		return request(method, path, all).raw(body).bytes();
	}

	RawRequest text(String text) {
		return raw(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	RawRequest raw(byte[] more) {
		this.bytes.writeBytes(more);
		return this;
	}

	byte[] bytes() {
		return this.bytes.toByteArray();
	}

}
