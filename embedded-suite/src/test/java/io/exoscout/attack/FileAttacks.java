package io.exoscout.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Files of the forms of astronomers, and models, that claim more than they have or ask
 * for other files.
 */
final class FileAttacks {

	private static final List<String> ADDRESSES = List.of("file:///etc/passwd",
			"http://169.254.169.254/latest/meta-data", "http://127.0.0.1:1/", "ftp://evil.example/a",
			"jar:file:///a!/b", "netdoc:///etc/passwd", "\\\\evil.example\\a", "gopher://evil.example/",
			"data:text/plain,a", "../../etc/passwd");

	private static final List<String> COUNTS = List.of("-1", "0", "1", "9223372036854775807", "99999999999999999999",
			"4611686018427387904", "1e9", "a", "2147483647", "*");

	private static final List<String> TAGS = List.of("!!python/object/apply:os.system [id]",
			"!!java.net.URL [http://evil.example]", "!!javax.script.ScriptEngineManager []", "&a [*a, *a]",
			"!<tag:yaml.org,2002:python/name:os>", "*undefined", "!!binary aaaa", "{? a : b}", "<<: *x",
			"!include /etc/passwd");

	private FileAttacks() {
	}

	static void addTo(Attacks attacks, String table, Random chance) {
		for (String address : ADDRESSES) {
			attacks
				.refused("entities", address, inspect("<?xml version=\"1.0\"?><!DOCTYPE VOTABLE [<!ENTITY a SYSTEM \""
						+ address + "\">]><VOTABLE><RESOURCE><TABLE><FIELD name=\"kepid\" datatype=\"int\"/>"
						+ "<DATA><TABLEDATA><TR><TD>&a;</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>"));
			attacks.refused("entities", "of a parameter " + address,
					inspect("<?xml version=\"1.0\"?><!DOCTYPE VOTABLE [<!ENTITY % a SYSTEM \"" + address
							+ "\"> %a;]><VOTABLE/>"));
			for (String kind : List.of("BINARY", "BINARY2", "FITS", "PARQUET")) {
				attacks.refused("streams of VOTables", kind + " " + address, inspect(
						"<VOTABLE version=\"1.4\"><RESOURCE><TABLE><FIELD name=\"kepid\" datatype=\"int\"/><DATA><"
								+ kind + "><STREAM href=\"" + address + "\"/></" + kind
								+ "></DATA></TABLE></RESOURCE></VOTABLE>"));
			}
		}
		StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"lol\">");
		for (int i = 1; i < 12; i++) {
			laughs.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
		}
		attacks.refused("entities", "that multiply", inspect(laughs.append("]><VOTABLE>&l11;</VOTABLE>").toString()));
		for (String count : COUNTS) {
			attacks.refused("counts in VOTables", count,
					inspect("<VOTABLE><RESOURCE><TABLE nrows=\"" + count
							+ "\"><FIELD name=\"kepid\" datatype=\"double\" arraysize=\"" + count
							+ "\"/><DATA><TABLEDATA></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>"));
			for (String key : List.of("NAXIS", "NAXIS1", "NAXIS2", "PCOUNT", "TFIELDS", "TFORM1", "BITPIX", "GCOUNT",
					"THEAP")) {
				attacks.refused("headers of FITS", key + " = " + count,
						FormAttacks.file("/exo-scout-orchestrator/inspect", fits(key, count)));
			}
		}
		for (String tag : TAGS) {
			attacks.refused("tags of ECSV", tag,
					inspect("# %ECSV 1.0\n# ---\n# datatype:\n# - {name: kepid, datatype: int64, meta: " + tag
							+ "}\nkepid\n1\n"));
			attacks.refused("tags of ECSV", "alone " + tag, inspect("# %ECSV 1.0\n# ---\n# " + tag + "\nkepid\n1\n"));
		}
		byte[] model = model(chance);
		for (int i = 0; i < 150; i++) {
			byte[] changed = model.clone();
			for (int j = 0; j < 1 + i % 10; j++) {
				changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
			}
			attacks.refused("model files", "number " + i,
					FormAttacks.file("/exo-scout-predictor/models?model_name=none", changed));
			attacks.refused("model files", "packed, number " + i,
					FormAttacks.file("/exo-scout-predictor/models", FormAttacks.gzip(changed)));
		}
		attacks.refused("model files", "a table",
				FormAttacks.file("/exo-scout-predictor/models", table.getBytes(StandardCharsets.UTF_8)));
	}

	/** Begins like an ONNX file, and like nothing thereafter. */
	private static byte[] model(Random chance) {
		byte[] bytes = new byte[2000];
		chance.nextBytes(bytes);
		byte[] begin = { 8, 9, 18, 7, 's', 'k', 'l', '2', 'o', 'n', 'n', 58, (byte) 0xff, (byte) 0xff, (byte) 0xff,
				(byte) 0xff, 7 };
		System.arraycopy(begin, 0, bytes, 0, begin.length);
		return bytes;
	}

	private static byte[] inspect(String text) {
		return FormAttacks.file("/exo-scout-orchestrator/inspect", text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] fits(String key, String value) {
		String first = card("SIMPLE", "T") + card("BITPIX", "8") + card("NAXIS", "0") + card("EXTEND", "T") + end();
		StringBuilder second = new StringBuilder(card("XTENSION", "'BINTABLE'"));
		for (String[] one : new String[][] { { "BITPIX", "8" }, { "NAXIS", "2" }, { "NAXIS1", "8" }, { "NAXIS2", "1" },
				{ "PCOUNT", "0" }, { "GCOUNT", "1" }, { "TFIELDS", "1" }, { "TFORM1", "'D'" }, { "TTYPE1", "'kepid'" },
				{ "THEAP", "8" } }) {
			String given = one[0].startsWith("TFORM") ? "'" + value + "D'" : value;
			second.append(card(one[0], one[0].equals(key) ? given : one[1]));
		}
		return (padded(first) + padded(second + end()) + "\0".repeat(2880)).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String card(String key, String value) {
		return "%-8s= %20s".formatted(key, value) + " ".repeat(Math.max(0, 80 - 10 - Math.max(20, value.length())));
	}

	private static String end() {
		return "END" + " ".repeat(77);
	}

	private static String padded(String header) {
		return header + " ".repeat((2880 - header.length() % 2880) % 2880);
	}

}
