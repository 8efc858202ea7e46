package io.exoscout.work;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.exoscout.store.MongoAccess;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Workers as documents of MongoDB, one each. */
record MongoWorkers(MongoAccess mongo, Clock clock, Duration timeout) implements Workers {

	@Override
	public void heartbeat(Worker worker) {
		this.mongo.call((mongo) -> mongo.save(worker));
	}

	@Override
	public void gone(String workerId) {
		this.mongo.call((mongo) -> mongo.remove(Query.query(Criteria.where("_id").is(workerId)), Worker.class));
	}

	@Override
	public List<Worker> alive() {
		Query query = Query.query(Criteria.where("lastHeartbeat").gte(this.clock.instant().minus(this.timeout)))
			.with(Sort.by("_id"));
		return this.mongo.call((mongo) -> mongo.find(query, Worker.class));
	}

	@Override
	public long forgetGone() {
		// ten times longer than it takes to count as gone: a clock may be off
		Query query = Query
			.query(Criteria.where("lastHeartbeat").lt(this.clock.instant().minus(this.timeout.multipliedBy(10))));
		return this.mongo.call((mongo) -> mongo.remove(query, Worker.class).getDeletedCount());
	}

}
