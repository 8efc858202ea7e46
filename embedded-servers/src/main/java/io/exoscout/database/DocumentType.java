package io.exoscout.database;

import java.nio.ByteBuffer;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents in the store's file, as BSON. The server's own way, Java's serialisation,
 * takes several times as long; what was written so can still be read, and what is larger
 * than a document of BSON may be is still written so.
 */
final class DocumentType extends BasicDataType<Document> {

	/** Before each document; a value that the stock type begins nothing with. */
	private static final byte BSON = -1;

	/** Bytes in memory to a byte of BSON, about. */
	private static final int SPREAD = 4;

	private final ObjectDataType stock = new ObjectDataType();

	/**
	 * Opens a map of documents of this type; whoever opens it again gets the same one.
	 */
	static void open(MVStore store, String map) {
		store.openMap(map, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
	}

	@Override
	public int getMemory(Document document) {
		return SPREAD * bson(document).readableBytes();
	}

	@Override
	public void write(WriteBuffer out, Document document) {
		ByteBuf bson = bson(document);
		if (bson.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
			this.stock.write(out, document);
		}
		else {
			out.put(BSON).put(bson.nioBuffer());
		}
	}

	private static ByteBuf bson(Document document) {
		ByteBuf bson = Unpooled.buffer();
		BsonEncoder.encodeDocument(document, bson);
		return bson;
	}

	@Override
	public Document read(ByteBuffer in) {
		if (in.get(in.position()) != BSON) {
			return (Document) this.stock.read(in);
		}
		in.get();
		ByteBuf bson = Unpooled.wrappedBuffer(in);
		Document document = BsonDecoder.decodeBson(bson);
		in.position(in.position() + bson.readerIndex());
		return document;
	}

	@Override
	public Document[] createStorage(int size) {
		return new Document[size];
	}

}
