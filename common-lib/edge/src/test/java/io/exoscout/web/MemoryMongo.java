package io.exoscout.web;

import java.net.InetSocketAddress;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

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

	public String uri() {
		return "mongodb://127.0.0.1:%d/exoscout".formatted(this.address.getPort());
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
