package io.exoscout.astronomy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * A table in Enhanced CSV (Astropy Proposal for Enhancement 6): CSV with a header in YAML
 * that says what the columns are. The YAML may hold texts, numbers, lists and maps;
 * anything else, which tags would ask for, is refused.
 *
 * @param file where it lies
 * @param columns the declared columns
 * @param delimiter between the cells
 * @param limits how large it may be
 */
record EcsvTable(Path file, List<Column> columns, char delimiter, TableLimits limits) {

	/**
	 * Bytes of the header; one of 2,000 columns with descriptions has a few hundred KB.
	 */
	private static final int LONGEST_HEADER = 1 << 20;

	private static final int DEEPEST = 12;

	/** An ordered map, as Astropy writes what else is to be said of a table. */
	private static final Set<String> PLAIN_TAGS = Set.of("tag:yaml.org,2002:omap", "tag:yaml.org,2002:map",
			"tag:yaml.org,2002:seq", "tag:yaml.org,2002:str");

	/**
	 * A column as the header declares it.
	 *
	 * @param name of the column
	 * @param unit of its values; may be blank
	 * @param datatype of its values
	 */
	record Column(String name, String unit, String datatype) {
	}

	static boolean begins(String head) {
		return head.startsWith("# %ECSV ") || head.startsWith("\uFEFF# %ECSV ");
	}

	static EcsvTable of(Path file, TableLimits limits) throws IOException {
		Map<?, ?> header = header(yaml(file));
		Object delimiter = header.get("delimiter");
		if (delimiter != null && !" ".equals(delimiter) && !",".equals(delimiter)) {
			throw ForeignFormat.ECSV
				.unreadable("its delimiter is " + Quoted.of(delimiter.toString()) + "; a blank or a comma may be one");
		}
		if (!(header.get("datatype") instanceof List<?> declared) || declared.isEmpty()) {
			throw ForeignFormat.ECSV.unreadable("its header declares no columns (datatype)");
		}
		limits.requireColumns(declared.size());
		List<Column> columns = declared.stream().map(EcsvTable::column).toList();
		return new EcsvTable(file, columns, ",".equals(delimiter) ? ',' : ' ', limits);
	}

	/** The lines of the header, without what makes comments of them. */
	private static String yaml(Path file) throws IOException {
		StringBuilder yaml = new StringBuilder();
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new ByteArrayInputStream(head(file)), StandardCharsets.UTF_8.newDecoder()))) {
			lines.readLine(); // says that it is ECSV
			String line = lines.readLine();
			while (line != null && line.startsWith("#")) {
				yaml.append(line.startsWith("# ") ? line.substring(2) : line.substring(1)).append('\n');
				line = lines.readLine();
			}
			if (line == null && Files.size(file) > LONGEST_HEADER) {
				throw ForeignFormat.ECSV.unreadable("its header is longer than " + LONGEST_HEADER + " bytes");
			}
			return yaml.toString();
		}
		catch (CharacterCodingException ex) {
			throw ForeignFormat.ECSV.unreadable("its header is not UTF-8").causedBy(ex);
		}
	}

	/** The beginning of a file, which ends with a line. */
	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] head = in.readNBytes(LONGEST_HEADER);
			int end = head.length;
			while (head.length == LONGEST_HEADER && end > 0 && head[end - 1] != '\n') {
				end--;
			}
			return Arrays.copyOf(head, end);
		}
	}

	private static Map<?, ?> header(String text) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		options.setNestingDepthLimit(DEEPEST);
		options.setCodePointLimit(LONGEST_HEADER);
		options.setMaxAliasesForCollections(0);
		Yaml yaml = new Yaml(new SafeConstructor(options));
		try {
			int depth = 0;
			for (Event event : yaml.parse(new StringReader(text))) {
				refuse(event);
				depth += (event instanceof CollectionStartEvent) ? 1 : (event instanceof CollectionEndEvent) ? -1 : 0;
				if (depth > DEEPEST) {
					// at once: each level makes reading on slower
					throw ForeignFormat.ECSV.unreadable("its header is YAML nested deeper than " + DEEPEST + " levels");
				}
			}
			Object header = yaml.load(text);
			if (header instanceof Map<?, ?> map) {
				return map;
			}
			throw ForeignFormat.ECSV.unreadable("its header is no map of names");
		}
		catch (YAMLException ex) {
			throw ForeignFormat.ECSV.unreadable("its header is no YAML that is read").causedBy(ex);
		}
	}

	private static void refuse(Event event) {
		@Nullable String tag = (event instanceof ScalarEvent scalar) ? scalar.getTag()
				: (event instanceof CollectionStartEvent start) ? start.getTag() : null;
		if (tag != null && !PLAIN_TAGS.contains(tag)) {
			throw ForeignFormat.ECSV.unreadable("its header has the YAML tag " + Quoted.of(tag)
					+ ", which stands for an object of a program; write it from a plain Table, whose columns have units, too");
		}
		if (event instanceof AliasEvent) {
			throw ForeignFormat.ECSV.unreadable("its header has a YAML alias");
		}
	}

	private static Column column(@Nullable Object declared) {
		Map<?, ?> column = (declared instanceof Map<?, ?> map) ? map : new LinkedHashMap<>();
		Object name = column.get("name");
		if (name == null) {
			throw ForeignFormat.ECSV.unreadable("a column of its header has no name");
		}
		return new Column(name.toString().strip(), word(column, "unit"), word(column, "datatype"));
	}

	private static String word(Map<?, ?> column, String key) {
		Object value = column.get(key);
		return (value == null) ? "" : value.toString();
	}

}
