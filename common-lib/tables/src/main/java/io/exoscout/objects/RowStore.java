package io.exoscout.objects;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.body.ScratchFile;
import io.exoscout.body.Spool;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a table that were read once and are wanted again: in memory as long as
 * they are few, the others in a file of the spool, so that memory does not grow with the
 * table. They are kept in parts of equal size. Filled by one thread; once it is
 * {@link #end ended}, many may read.
 */
public final class RowStore implements Closeable {

	/** Rows of a part. */
	public static final int TOGETHER = 512;

	/** What rows may take in memory. */
	private static final long MOST_BYTES = 32 << 20;

	private static final int FIRST = 1 << 14;

	private final Spool spool;

	private final Wanted wanted;

	private final long most;

	private final List<byte[]> inMemory = new ArrayList<>();

	/** Where the parts begin in the file that are not in memory. */
	private final List<Long> places = new ArrayList<>();

	private long bytes;

	private @Nullable ScratchFile file;

	private byte[] part = new byte[FIRST];

	private ByteBuffer writing = ByteBuffer.wrap(this.part);

	private int inPart;

	private long rows;

	/** An empty store of rows with some columns. */
	public RowStore(Spool spool, Wanted wanted) {
		this(spool, wanted, MOST_BYTES);
	}

	RowStore(Spool spool, Wanted wanted, long most) {
		this.spool = spool;
		this.wanted = wanted;
		this.most = most;
	}

	/**
	 * What is kept of each row.
	 *
	 * @param mission whose table it is
	 * @param columns the columns that are kept as numbers
	 */
	public record Wanted(Mission mission, List<String> columns) {

		public Wanted {
			columns = List.copyOf(columns);
		}

	}

	/** Whose objects it takes. */
	public Mission mission() {
		return this.wanted.mission();
	}

	/** The columns of its rows. */
	public List<String> columns() {
		return this.wanted.columns();
	}

	/** How many rows there are. */
	public long size() {
		return this.rows;
	}

	/**
	 * Takes the next object.
	 * @param object by its names; labels are not kept
	 * @param values its {@link #columns()}
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} if there is no
	 * room in the spool
	 */
	public void add(ObjectRow object, float[] values) {
		byte[] name = object.object().getBytes(StandardCharsets.UTF_8);
		byte[] star = object.star().getBytes(StandardCharsets.UTF_8);
		room(Long.BYTES + 2 * Integer.BYTES + name.length + star.length + values.length * Float.BYTES);
		this.writing.putLong(object.row());
		this.writing.putInt(name.length).put(name).putInt(star.length).put(star);
		for (float value : values) {
			this.writing.putFloat(value);
		}
		this.rows++;
		if (++this.inPart == TOGETHER) {
			endPart();
		}
	}

	/** Takes all objects of a table, which has {@link #columns()}, and ends with them. */
	public void addAll(ObjectReader table) {
		for (ObjectRow object = table.next(); object != null; object = table.next()) {
			add(object, object.values());
		}
		end();
	}

	/** Nothing more is added. */
	public void end() {
		if (this.inPart > 0) {
			endPart();
		}
	}

	/** How many parts there are. */
	public int parts() {
		return this.inMemory.size() + Math.max(0, this.places.size() - 1);
	}

	/**
	 * The rows of a part, in their order, without labels.
	 * @throws io.exoscout.problem.ProblemException {@code UNAVAILABLE} if the spool can
	 * not be read
	 */
	public List<ObjectRow> part(int number) {
		ByteBuffer bytes = ByteBuffer
			.wrap((number < this.inMemory.size()) ? this.inMemory.get(number) : read(number - this.inMemory.size()));
		List<ObjectRow> rows = new ArrayList<>(TOGETHER);
		while (bytes.hasRemaining()) {
			long row = bytes.getLong();
			String object = text(bytes);
			String star = text(bytes);
			float[] values = new float[this.wanted.columns().size()];
			for (int i = 0; i < values.length; i++) {
				values[i] = bytes.getFloat();
			}
			rows.add(new ObjectRow(row, object, star, "", values));
		}
		return rows;
	}

	private static String text(ByteBuffer bytes) {
		int length = bytes.getInt();
		String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
		bytes.position(bytes.position() + length);
		return text;
	}

	private void room(int more) {
		if (this.writing.remaining() < more) {
			int at = this.writing.position();
			this.part = Arrays.copyOf(this.part, Math.max(2 * this.part.length, at + more));
			this.writing = ByteBuffer.wrap(this.part).position(at);
		}
	}

	private void endPart() {
		int length = this.writing.position();
		this.bytes += length;
		if (this.bytes <= this.most) {
			this.inMemory.add(Arrays.copyOf(this.part, length));
		}
		else {
			spill(ByteBuffer.wrap(this.part, 0, length));
		}
		this.writing.clear();
		this.inPart = 0;
	}

	private void spill(ByteBuffer bytes) {
		ScratchFile out = this.file;
		if (out == null) {
			out = this.spool.scratch();
			this.file = out;
			this.places.add(0L);
		}
		this.places.add(out.write(bytes));
	}

	private byte[] read(int part) {
		ScratchFile in = this.file;
		if (in == null) {
			throw new IllegalArgumentException("There is no part " + part);
		}
		return in.read(this.places.get(part), this.places.get(part + 1));
	}

	/** Gives up its room in the spool. */
	@Override
	public void close() {
		this.inMemory.clear();
		if (this.file != null) {
			this.file.close();
		}
	}

}
