package io.exoscout.astronomy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import io.exoscout.json.SentRow;
import io.exoscout.json.SentRows;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first table with data in a VOTable (IVOA Recommendation VOTable 1.5):
 * TABLEDATA, or BINARY and BINARY2 that stand in the document. What lies elsewhere is
 * refused, not fetched. Further tables are passed over with a note, but the document is
 * read to its end: a query that failed or was cut short says so there.
 */
final class VotableRows implements SentRows {

	private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?VOTABLE\\b");

	private static final int LOOKED_AT = 1 << 13;

	private final XmlText xml;

	private final TableLimits limits;

	private final NotedRows rows;

	private final List<VotableField> fields = new ArrayList<>();

	private final List<String> header = new ArrayList<>();

	private @Nullable Long claimed;

	private @Nullable VotableStream stream;

	private boolean binary2;

	private boolean ended;

	private long furtherTables;

	private boolean overflow;

	private VotableRows(XmlText xml, long bytes, TableLimits limits) {
		this.xml = xml;
		this.limits = limits;
		this.rows = new NotedRows("a VOTable", limits);
		begin();
		if (this.claimed != null && this.claimed > bytes) {
			throw ForeignFormat.VOTABLE
				.unreadable("it claims to have " + this.claimed + " rows in " + bytes + " bytes");
		}
	}

	/** Whether a text begins like a VOTable. */
	static boolean begins(String head) {
		String text = head.substring(0, Math.min(head.length(), LOOKED_AT)).strip();
		return text.startsWith("<") && ROOT.matcher(text).find();
	}

	static VotableRows open(Path file, long firstLine, TableLimits limits) throws IOException {
		XmlText xml = XmlText.open(file, firstLine, limits);
		try {
			return new VotableRows(xml, Files.size(file), limits);
		}
		catch (IOException | RuntimeException | Error ex) {
			xml.close();
			throw ex;
		}
	}

	@Override
	public List<String> header() {
		return this.header;
	}

	@Override
	public @Nullable SentRow next() {
		if (this.ended) {
			return null;
		}
		List<@Nullable String> cells = (this.stream != null) ? this.stream.next(this.fields) : tableRow();
		if (cells != null) {
			return this.rows.row(cells);
		}
		this.ended = true;
		if (this.claimed != null && this.claimed != this.rows.count()) {
			throw ForeignFormat.VOTABLE.unreadable("it claims to have " + this.claimed + " rows (nrows), but has "
					+ this.rows.count() + "; it may have been cut short");
		}
		finish();
		return null;
	}

	@Override
	public List<String> notes() {
		List<String> notes = new ArrayList<>(this.rows.notes());
		if (this.furtherTables > 0) {
			notes.add(this.furtherTables + " further table(s) of the VOTable were passed over.");
		}
		if (this.overflow) {
			notes.add("The query that the VOTable answers had more rows than it was given (OVERFLOW).");
		}
		return notes;
	}

	@Override
	public void close() throws IOException {
		this.xml.close();
	}

	/** Reads on to the first row. */
	private void begin() {
		for (int event = this.xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = this.xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				switch (this.xml.element()) {
					case "TABLE" -> table();
					case "FIELD" -> field();
					case "TABLEDATA" -> {
						requireFields();
						return;
					}
					case "STREAM" -> {
						requireFields();
						requireHere();
						this.stream = new VotableStream(this.xml, this.limits, this.binary2);
						return;
					}
					case "BINARY" -> this.binary2 = false;
					case "BINARY2" -> this.binary2 = true;
					case "FITS" -> throw ForeignFormat.VOTABLE.unreadable("its rows are a FITS file");
					default -> info();
				}
			}
		}
		throw ForeignFormat.VOTABLE.unreadable("no table in it has DATA");
	}

	private void table() {
		this.fields.clear();
		this.header.clear();
		this.claimed = null;
		String nrows = this.xml.attribute("nrows");
		if (nrows != null) {
			if (!nrows.strip().matches("[0-9]{1,18}")) {
				throw ForeignFormat.VOTABLE.unreadable("it claims to have " + Quoted.of(nrows) + " rows (nrows)");
			}
			this.claimed = Long.parseLong(nrows.strip());
		}
	}

	/** A column; what stands for no value may be declared inside. */
	private void field() {
		String name = this.xml.attribute("name");
		String named = (name != null && !name.isBlank()) ? name : this.xml.attribute("ID");
		String column = (named == null) ? "" : named.strip();
		this.header.add(UnitNames.of(column, this.xml.attribute("unit")));
		this.limits.requireColumns(this.header.size());
		VotableField field = VotableField.of(column, this.xml.attribute("datatype"), this.xml.attribute("arraysize"),
				this.limits.maxCellCharacters());
		int inside = 1;
		while (inside > 0) {
			int event = nextInside("FIELD");
			if (event == XMLStreamConstants.START_ELEMENT) {
				inside++;
				if (this.xml.element().equals("VALUES") && this.xml.attribute("null") != null) {
					field = field.withBlank(this.xml.attribute("null"));
				}
			}
			inside -= (event == XMLStreamConstants.END_ELEMENT) ? 1 : 0;
		}
		this.fields.add(field);
	}

	private void requireFields() {
		if (this.fields.isEmpty()) {
			throw ForeignFormat.VOTABLE.unreadable("its table has no FIELD");
		}
	}

	private void requireHere() {
		if (this.xml.attribute("href") != null) {
			throw ForeignFormat.VOTABLE.unreadable(
					"its rows lie elsewhere (the href of a STREAM); only what the document itself holds is read");
		}
		String encoding = this.xml.attribute("encoding");
		if (!"base64".equals(encoding)) {
			throw ForeignFormat.VOTABLE.unreadable(
					"the encoding of its STREAM is " + Quoted.of((encoding == null) ? "" : encoding) + ", not base64");
		}
	}

	/** The cells of the next TR, or {@code null} when there is none. */
	private @Nullable List<@Nullable String> tableRow() {
		for (int event = nextInside("TABLEDATA"); true; event = nextInside("TABLEDATA")) {
			if (event == XMLStreamConstants.END_ELEMENT) {
				return null;
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				require("TR");
				return cells();
			}
		}
	}

	private List<@Nullable String> cells() {
		List<@Nullable String> cells = new ArrayList<>(this.fields.size());
		for (int event = nextInside("TR"); event != XMLStreamConstants.END_ELEMENT; event = nextInside("TR")) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				require("TD");
				if (this.xml.attribute("encoding") != null || cells.size() == this.fields.size()) {
					throw ragged(cells.size() + 1);
				}
				cells.add(this.fields.get(cells.size()).cell(cell()));
			}
		}
		if (cells.size() != this.fields.size()) {
			throw ragged(cells.size());
		}
		return cells;
	}

	private String cell() {
		StringBuilder cell = new StringBuilder();
		for (int event = nextInside("TD"); event != XMLStreamConstants.END_ELEMENT; event = nextInside("TD")) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				throw ForeignFormat.VOTABLE.unreadable("row " + (this.rows.count() + 1) + " has the element "
						+ Quoted.of(this.xml.element()) + " in a TD");
			}
			cell.append(this.xml.text());
			if (cell.length() > this.limits.maxCellCharacters()) {
				throw ForeignFormat.VOTABLE.unreadable("a cell of row " + (this.rows.count() + 1) + " has more than "
						+ this.limits.maxCellCharacters() + " characters");
			}
		}
		return cell.toString();
	}

	/** Reads the rest of the document. */
	private void finish() {
		for (int event = this.xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = this.xml.next()) {
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (this.xml.element().equals("DATA")) {
					this.furtherTables++;
				}
				else {
					info();
				}
			}
		}
	}

	/** How the query went that this is the answer to (IVOA DALI 1.1, section 4.4). */
	private void info() {
		if (this.xml.element().equals("INFO") && "QUERY_STATUS".equals(this.xml.attribute("name"))) {
			String value = this.xml.attribute("value");
			if ("ERROR".equals(value)) {
				throw ForeignFormat.ARCHIVE_ERROR.problem();
			}
			this.overflow |= "OVERFLOW".equals(value);
		}
	}

	private int nextInside(String element) {
		int event = this.xml.next();
		if (event == XMLStreamConstants.END_DOCUMENT) {
			throw ForeignFormat.VOTABLE.unreadable("it ends inside a " + element);
		}
		return event;
	}

	private void require(String element) {
		if (!this.xml.element().equals(element)) {
			throw ForeignFormat.VOTABLE.unreadable("behind row " + this.rows.count() + " stands the element "
					+ Quoted.of(this.xml.element()) + " in place of " + element);
		}
	}

	private RuntimeException ragged(int cells) {
		return ForeignFormat.VOTABLE.unreadable("row " + (this.rows.count() + 1) + " has " + cells
				+ " cells or more, or one in another encoding, where there are " + this.fields.size() + " FIELDs");
	}

}
