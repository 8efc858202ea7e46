// Run by the database's health check: makes the replica set and the services' user the first time, and then only looks.
db.getSiblingDB('admin').auth(process.env.MONGO_INITDB_ROOT_USERNAME, process.env.MONGO_INITDB_ROOT_PASSWORD);
try {
	rs.status();
}
catch (error) {
	if (error.codeName !== 'NotYetInitialized') {
		throw error;
	}
	rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'database:27017' }] });
}
if (!db.hello().isWritablePrimary) {
	quit(1);
}
const exoscout = db.getSiblingDB('exoscout');
// jobs and planets, and series in a database of their own
const roles = ['exoscout', 'exoscout-series'].map((name) => ({ role: 'readWrite', db: name }));
const user = exoscout.getUser('exoscout');
if (user === null) {
	exoscout.createUser({ user: 'exoscout', pwd: process.env.EXOSCOUT_DATABASE_PASSWORD, roles: roles });
}
else if (user.roles.length < roles.length) {
	exoscout.grantRolesToUser('exoscout', roles);
}
