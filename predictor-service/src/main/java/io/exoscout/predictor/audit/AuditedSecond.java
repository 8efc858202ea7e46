package io.exoscout.predictor.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records whose ids begin with one second, as one document: a document each would cost
 * the database more than the prediction that is recorded. The records are JSON, as they
 * are listed, packed with gzip; beside them stands what they are asked for by.
 *
 * @param id the second, then what is its own
 * @param records in the order of writing
 */
record AuditedSecond(String id, List<AuditRecord> records) {

	private static final int SECOND_LENGTH = 10;

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final TypeReference<List<AuditRecord>> RECORDS = new TypeReference<>() {
	};

	/**
	 * Records of one second. Written again with others behind them, they have the same
	 * id.
	 */
	static AuditedSecond of(List<AuditRecord> records) {
		return new AuditedSecond(records.get(0).id(), records);
	}

	/** How all ids begin of the second in which something with an id happened. */
	static String begins(String id) {
		return id.substring(0, SECOND_LENGTH);
	}

	/** A document of this version, or that of a single record of earlier ones. */
	static AuditedSecond read(Document document, Function<Document, AuditRecord> earlier) {
		Binary packed = document.get("records", Binary.class);
		return new AuditedSecond(document.getString("_id"),
				(packed != null) ? unpacked(packed.getData()) : List.of(earlier.apply(document)));
	}

	Document document() {
		return new Document("_id", this.id).append("models", distinct(AuditRecord::modelId))
			.append("callers", distinct(AuditRecord::caller))
			.append("outcomes", distinct(AuditRecord::outcome))
			.append("records", new Binary(packed(this.records)));
	}

	private static byte[] packed(List<AuditRecord> records) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed) {
			{
				// requests are waiting for the processor
				this.def.setLevel(Deflater.BEST_SPEED);
			}
		}) {
			JSON.writeValue(out, records);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	private static List<AuditRecord> unpacked(byte[] packed) {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
			return JSON.readValue(in, RECORDS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Records of requests are damaged", ex);
		}
	}

	private List<String> distinct(Function<AuditRecord, @Nullable String> value) {
		return new ArrayList<>(this.records.stream().map(value).filter(Objects::nonNull).distinct().toList());
	}

}
