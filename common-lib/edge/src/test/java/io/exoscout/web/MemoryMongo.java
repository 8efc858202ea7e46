package io.exoscout.web;

import java.net.InetSocketAddress;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A server that speaks the MongoDB protocol and keeps everything in memory. */
public final class MemoryMongo implements AutoCloseable {

	private final MongoServer server = new MongoServer(new MemoryBackend() {
		@Override
		public Document handleCommand(Channel channel, String database, String command, Document query) {
			if (!command.equalsIgnoreCase("hello")) {
				return super.handleCommand(channel, database, command, query);
			}
			Document hello = super.handleCommand(channel, database, "ismaster", query);
			hello.put("isWritablePrimary", true);
			return hello;
		}
	});

	private final InetSocketAddress address = this.server.bind();

	private @Nullable MongoClient client;

	public String uri() {
		return "mongodb://127.0.0.1:%d/exoscout".formatted(this.address.getPort());
	}

	/** A client of its own, which is closed with it. */
	public synchronized MongoClient client() {
		if (this.client == null) {
			this.client = MongoClients.create(uri());
		}
		return this.client;
	}

	@Override
	public synchronized void close() {
		if (this.client != null) {
			this.client.close();
		}
		this.server.shutdownNow();
	}

}
