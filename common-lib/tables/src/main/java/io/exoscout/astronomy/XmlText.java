package io.exoscout.astronomy;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import io.exoscout.body.ForeignFormat;
import io.exoscout.body.TableLimits;
import io.exoscout.problem.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a VOTable, read from tag to tag. Knows no document types and therefore no
 * entities but the five of XML, opens nothing, and holds no more than a tag or a piece of
 * text.
 */
final class XmlText implements Closeable {

	private static final int DEEPEST = 30;

	private static final int LONGEST_TAG = 1 << 16;

	private static final XMLInputFactory FACTORY = factory();

	private final Reader text;

	private final long firstLine;

	private final XMLStreamReader xml;

	private int depth;

	private XmlText(Reader text, long firstLine) {
		this.text = text;
		this.firstLine = firstLine;
		try {
			// a reader, as the body is UTF-8 whatever its declaration says
			this.xml = FACTORY.createXMLStreamReader(text);
		}
		catch (XMLStreamException ex) {
			throw broken(ex);
		}
	}

	static XmlText open(Path file, long firstLine, TableLimits limits) throws IOException {
		Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
		try {
			return new XmlText(new MarkupBudget(text, Math.min(LONGEST_TAG, limits.maxRecordCharacters())), firstLine);
		}
		catch (RuntimeException | Error ex) {
			text.close();
			throw ex;
		}
	}

	private static XMLInputFactory factory() {
		// the platform's own, whatever else is there
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		return factory;
	}

	/**
	 * Goes on to the next event of {@link XMLStreamConstants}; comments and the like are
	 * passed over.
	 */
	int next() {
		try {
			while (this.xml.hasNext()) {
				int event = this.xml.next();
				switch (event) {
					case XMLStreamConstants.DTD -> throw ForeignFormat.VOTABLE.unreadable(
							"it has a DOCTYPE; document " + "types, and entities that they declare, are not read");
					case XMLStreamConstants.ENTITY_REFERENCE -> throw ForeignFormat.VOTABLE.unreadable(
							"it has the entity " + Quoted.of(this.xml.getLocalName()) + ", which XML does not know");
					case XMLStreamConstants.START_ELEMENT -> {
						if (++this.depth > DEEPEST) {
							throw ForeignFormat.VOTABLE.unreadable("it is nested deeper than " + DEEPEST + " levels");
						}
						return event;
					}
					case XMLStreamConstants.END_ELEMENT -> {
						this.depth--;
						return event;
					}
					case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE,
							XMLStreamConstants.END_DOCUMENT -> {
						return event;
					}
					default -> {
					}
				}
			}
			return XMLStreamConstants.END_DOCUMENT;
		}
		catch (XMLStreamException ex) {
			throw broken(ex);
		}
	}

	/** The name of the element that begins or ends here, without a prefix. */
	String element() {
		String name = this.xml.getLocalName();
		return name.substring(name.indexOf(':') + 1);
	}

	/** An attribute of the element that begins here, or {@code null}. */
	@Nullable String attribute(String name) {
		for (int i = 0; i < this.xml.getAttributeCount(); i++) {
			if (this.xml.getAttributeLocalName(i).equals(name)) {
				return this.xml.getAttributeValue(i);
			}
		}
		return null;
	}

	/** The piece of text that stands here. */
	String text() {
		return this.xml.getText();
	}

	private RuntimeException broken(XMLStreamException ex) {
		if (ex.getNestedException() instanceof IOException unread) {
			return new UncheckedIOException(unread);
		}
		long line = this.firstLine - 1
				+ ((ex.getLocation() == null) ? 1 : Math.max(1, ex.getLocation().getLineNumber()));
		return ForeignFormat.VOTABLE
			.unreadable("it is no well-formed XML to its end, the trouble is on line " + line
					+ "; it may have been cut short")
			.causedBy(ex);
	}

	@Override
	public void close() throws IOException {
		this.text.close();
	}

}
