package io.exoscout.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import io.exoscout.web.EdgeServer;

/** Made-up tables of confirmed planets, and how they are sent. */
final class ConfirmedPlanets {

	static final String PATH = "/get-exoplanets/import";

	static final String HEADER = "pl_name,hostname,discoverymethod,disc_year,disc_facility,pl_controv_flag,pl_orbper,pl_rade,pl_radelim,"
			+ "pl_bmasse,ra,dec,sy_dist,pl_letter";

	static final String HOT = "Zeta-1 b,Zeta-1,Transit,2011,Kepler,0,3.5,11.2,0,300,285.366,39.28,100,b";

	static final String SMALL = "Zeta-1 c,Zeta-1,Transit,2014,Kepler,1,0.9,1.3,0,,285.366,39.28,100,c";

	/** Its radius is an upper limit. */
	static final String LIMITED = "HQ 77 b,HQ 77,Radial Velocity,1999,Lick Observatory,0,1200,20,1,2000,10.5,-12,12.25,b";

	/** Nobody has seen it pass. */
	static final String BARE = "OGLE-X L b,OGLE-X L,Microlensing,2020,OGLE,0,,,,5,270,-30,6000,b";

	private ConfirmedPlanets() {
	}

	static String table(String... rows) {
		return HEADER + "\n" + Arrays.stream(rows).map((row) -> row + "\n").collect(Collectors.joining());
	}

	static HttpResponse<String> send(EdgeServer server, String table) {
		return send(server, table.getBytes(StandardCharsets.UTF_8), "");
	}

	/** Sends a whole body. */
	static HttpResponse<String> send(EdgeServer server, byte[] table, String query) {
		return server.wire()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH + query))
				.header("Content-Type", "text/csv")
				.POST(BodyPublishers.ofByteArray(table))
				.build());
	}

	/** Sends a form with a file. */
	static HttpResponse<String> upload(EdgeServer server, String filename, byte[] table) {
		byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename + "\"\r\n\r\n")
			.getBytes(StandardCharsets.UTF_8);
		byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
		return server.wire()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PATH))
				.header("Content-Type", "multipart/form-data; boundary=b")
				.POST(BodyPublishers.ofByteArrays(List.of(head, table, tail)))
				.build());
	}

	static byte[] packed(String table) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(table.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
