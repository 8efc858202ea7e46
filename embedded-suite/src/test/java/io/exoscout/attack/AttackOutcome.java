package io.exoscout.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.exoscout.attack.Attack.Expected;
import org.jspecify.annotations.Nullable;

/**
 * What an attack came to.
 *
 * @param attack what was sent
 * @param status the status of the answer, 0 where the connection was closed without one
 * @param fault what is wrong with it, {@code null} if nothing is
 */
public record AttackOutcome(Attack attack, int status, @Nullable String fault) {

	private static final int PATIENCE_MILLIS = 30_000;

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ?.*");

	/** A version or a coding that nobody speaks is answered so. */
	private static final List<Integer> NOT_SPOKEN = List.of(501, 505);

	/** What would tell a stranger how the inside looks. */
	private static final Pattern INSIDES = Pattern.compile(
			"\\b(java|javax|jakarta|jdk|sun|com\\.mongodb|org\\.apache|org\\.springframework|io\\.exoscout|tools\\.jackson)\\.[a-z]+\\.|"
					+ "\\tat |[A-Z][A-Za-z]+Exception|root:.*:0:0:");

	/** Sends an attack to a port of this machine, and looks at what comes back. */
	public static AttackOutcome of(Attack attack, int port) {
		String answer;
		try {
			answer = exchange(attack.request(), port);
		}
		catch (IOException ex) {
			return new AttackOutcome(attack, 0, "no answer and no end: " + ex);
		}
		if (answer.isEmpty()) {
			return new AttackOutcome(attack, 0,
					(attack.answer() == Expected.REFUSAL) ? null : "closed without an answer");
		}
		Matcher status = STATUS.matcher(answer.lines().findFirst().orElse(""));
		if (!status.matches()) {
			// a request of before there were versions is answered so
			return new AttackOutcome(attack, 0, (attack.answer() == Expected.ANYTHING_HARMLESS) ? inside(attack, answer)
					: "this is no HTTP/1.1: " + shortened(answer));
		}
		int code = Integer.parseInt(status.group(1));
		return new AttackOutcome(attack, code, fault(attack, code, answer));
	}

	private static @Nullable String fault(Attack attack, int status, String answer) {
		if (status >= 500 && !NOT_SPOKEN.contains(status)) {
			return "answered as if it were our fault: " + shortened(answer);
		}
		String inside = inside(attack, answer);
		if (inside != null) {
			return inside;
		}
		if (answer.contains("smuggled")) {
			return "a second request was taken out of the first: " + shortened(answer);
		}
		if (attack.answer() == Expected.REFUSAL && status < 400) {
			return "was let in: " + shortened(answer);
		}
		return null;
	}

	/** What was said by the caller may be said to him. */
	private static @Nullable String inside(Attack attack, String answer) {
		String said = new String(attack.request(), StandardCharsets.ISO_8859_1);
		return INSIDES.matcher(answer)
			.results()
			.map(MatchResult::group)
			.filter((inside) -> !said.contains(inside))
			.findFirst()
			.map((inside) -> "shows insides, '%s': %s".formatted(inside, shortened(answer)))
			.orElse(null);
	}

	private static String exchange(byte[] request, int port) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
			socket.setSoTimeout(PATIENCE_MILLIS);
			try {
				socket.getOutputStream().write(request);
				// nobody sends any more, whatever the request promised
				socket.shutdownOutput();
			}
			catch (SocketException early) {
				// who refuses need not read to the end; what he said may be here already
				return read(socket);
			}
			return read(socket);
		}
	}

	private static String read(Socket socket) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		byte[] some = new byte[8192];
		try {
			InputStream in = socket.getInputStream();
			for (int read = in.read(some); read >= 0; read = in.read(some)) {
				all.write(some, 0, read);
			}
		}
		catch (SocketException reset) {
			// closed with something unread: what came before it counts
			return all.toString(StandardCharsets.ISO_8859_1);
		}
		return all.toString(StandardCharsets.ISO_8859_1);
	}

	private static String shortened(String answer) {
		return (answer.length() > 600) ? answer.substring(0, 600) + "…" : answer;
	}

}
