package io.exoscout.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.exoscout.alias.ModelAliases;
import io.exoscout.caller.Callers;
import io.exoscout.archive.Mission;
import io.exoscout.archive.Target;
import io.exoscout.body.Spool;
import io.exoscout.candidate.Candidate;
import io.exoscout.candidate.CandidateRanking;
import io.exoscout.candidate.CandidateReader;
import io.exoscout.candidate.StoredCandidates;
import io.exoscout.forest.Forests;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.ProblemKind;
import io.exoscout.store.MongoAccess;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModelStoreTests {

	private static final Instant NOON = Instant.parse("2025-10-04T12:00:00Z");

	private static final Forests FORESTS = MadeModels.forests(4, 2);

	private final HeldBlobs blobs = new HeldBlobs();

	@TempDir
	Path spool;

	private MongoServer server;

	private MongoClient client;

	@BeforeEach
	void start() {
		this.server = new MongoServer(new MemoryBackend());
		this.client = MongoClients.create("mongodb://localhost:" + this.server.bind().getPort());
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.shutdownNow();
	}

	private ModelStore at(Instant now) {
		MongoAccess database = new MongoAccess(new MongoTemplate(this.client, "test"));
		Clock clock = Clock.fixed(now, ZoneOffset.UTC);
		return new ModelStore(new ModelCards(database), new ModelAliases(database, clock), this.blobs,
				new Spool(this.spool), clock);
	}

	private ModelCard save(String modelId, String modelName, int minute) {
		return at(NOON.plusSeconds(60L * minute)).save(modelName,
				MadeModels.model(MadeModels.manifest(modelId, 4), FORESTS), MadeModels.candidates(3));
	}

	private String list(ModelCard card) {
		return card.candidates().file().sha256();
	}

	@Test
	void aModelFromElsewhereBelongsToWhoBroughtIt() {
		ModelCard card = Callers.analyst("ada", () -> keep("theirs", "elsewhere"));
		assertThat(at(NOON).find(card.modelId()).orElseThrow().owner()).isEqualTo("ada");
	}

	@Test
	void aModelFromElsewhereStaysWithWhoBroughtItFirst() {
		ModelCard first = Callers.analyst("ada", () -> keep("theirs", "elsewhere"));
		ModelCard second = Callers.analyst("bob", () -> keep("mine", "elsewhere"));
		assertThat(second).returns("ada", ModelCard::owner).returns("theirs", ModelCard::modelName);
		assertThat(at(NOON).find(first.modelId()).orElseThrow().owner()).isEqualTo("ada");
	}

	@Test
	void findsWhatWasSaved() {
		ModelCard card = save("one", "mine", 0);
		ModelCard found = at(NOON).find("one").orElseThrow();
		assertThat(found).usingRecursiveComparison().ignoringFields("manifest").isEqualTo(card);
		assertThat(ManifestJson.write(found.manifest())).isEqualTo(ManifestJson.write(card.manifest()));
		assertThat(at(NOON).find("other")).isEmpty();
	}

	@Test
	void loadsWhatWasSaved() throws IOException {
		ModelCard card = save("one", "mine", 0);
		TrainedModel model = at(NOON).load(card);
		assertThat(ManifestJson.write(model.manifest())).isEqualTo(ManifestJson.write(card.manifest()));
		try (InputStream file = at(NOON).open(card)) {
			assertThat(file.readAllBytes()).isEqualTo(ModelFile.write(model)).hasSize((int) card.file().bytes());
		}
	}

	@Test
	void readsTheCandidatesThatWereSaved() throws IOException {
		StoredCandidates stored = at(NOON).find(save("one", "mine", 0).modelId()).orElseThrow().candidates();
		assertThat(stored.summary()).isEqualTo(MadeModels.candidates(3).summary());
		try (CandidateReader reader = at(NOON).openList(stored.file())) {
			for (Candidate candidate : MadeModels.candidates(3).candidates()) {
				assertThat(reader.next()).isEqualTo(candidate);
			}
			assertThat(reader.next()).isNull();
		}
	}

	@Test
	void keepsTheDecidedObjectsBesideTheCandidatesAndRemovesThemWithTheModel() throws IOException {
		CandidateRanking undecided = MadeModels.candidates(3);
		List<Candidate> others = List.of(MadeModels.candidate(1, "K9", 0.25));
		ModelCard card = at(NOON).save("mine", MadeModels.model(MadeModels.manifest("one", 4), FORESTS),
				new CandidateRanking(undecided.summary(), undecided.candidates(), others));
		StoredCandidates.StoredList decided = at(NOON).find("one").orElseThrow().candidates().decided();
		assertThat(decided.count()).isOne();
		try (CandidateReader reader = at(NOON).openList(decided.file())) {
			assertThat(reader.next()).isEqualTo(others.get(0));
		}
		assertThat(at(NOON).uses(decided.file().sha256())).isTrue();
		at(NOON).delete(card.modelId(), (sha256) -> false);
		assertThat(this.blobs.exists(decided.file().sha256())).isFalse();
	}

	@Test
	void passesOverCandidates() throws IOException {
		StoredCandidates stored = save("one", "mine", 0).candidates();
		try (CandidateReader reader = at(NOON).openList(stored.file())) {
			reader.skip(2);
			assertThat(reader.next().rank()).isEqualTo(3);
			reader.skip(5);
			assertThat(reader.next()).isNull();
		}
	}

	@Test
	void leavesNothingInTheSpool() {
		save("one", "mine", 0);
		assertThat(this.spool).isEmptyDirectory();
	}

	@Test
	void findsCardsFromBeforeThereWereCandidates() {
		save("one", "mine", 0);
		Query all = new Query();
		new MongoTemplate(this.client, "test").updateMulti(all, new Update().unset("candidates"), ModelCard.class);
		assertThat(at(NOON).find("one").orElseThrow().candidates()).isNull();
		at(NOON).delete("one", (sha256) -> false);
		assertThat(at(NOON).find("one")).isEmpty();
	}

	@Test
	void keepsTheFormOfTheLibraryBesideTheModelAndRemovesItWithIt() throws IOException {
		byte[] theirs = { 1, 2, 3 };
		ModelCard card = at(NOON).save("mine", null, MadeModels.model(MadeModels.manifest("one", 4), FORESTS), theirs,
				MadeModels.candidates(3));
		ModelCard found = at(NOON).find("one").orElseThrow();
		assertThat(found.tribuo()).isEqualTo(card.tribuo());
		try (InputStream file = at(NOON).open(found.tribuo())) {
			assertThat(file.readAllBytes()).isEqualTo(theirs);
		}
		assertThat(at(NOON).uses(card.tribuo().sha256())).isTrue();
		at(NOON).delete("one", (sha256) -> false);
		assertThat(at(NOON).uses(card.tribuo().sha256())).isFalse();
		assertThat(this.blobs.exists(card.tribuo().sha256())).isFalse();
	}

	@Test
	void keepsAFormThatAnotherModelHasToo() {
		byte[] theirs = { 1, 2, 3 };
		for (String modelId : List.of("one", "two")) {
			at(NOON).save("mine", null, MadeModels.model(MadeModels.manifest(modelId, 4), FORESTS), theirs,
					MadeModels.candidates(3));
		}
		at(NOON).delete("one", (sha256) -> false);
		assertThat(this.blobs.exists(at(NOON).find("two").orElseThrow().tribuo().sha256())).isTrue();
	}

	@Test
	void setsTheFormOfTheLibraryAsideWithTheModel() {
		ModelCard card = at(NOON).save("mine", null, MadeModels.model(MadeModels.manifest("one", 4), FORESTS),
				new byte[] { 1, 2, 3 }, MadeModels.candidates(3));
		assertThat(at(NOON).setAside(ModelStore.ModelPlace.of(card), (sha256) -> false)).isTrue();
		assertThat(this.blobs.exists(card.tribuo().sha256())).isFalse();
	}

	@Test
	void keepsTheCalibration() {
		ModelManifest calibrated = MadeModels.calibrated(MadeModels.manifest("one", 4));
		at(NOON).save("mine", MadeModels.model(calibrated, FORESTS), MadeModels.candidates(1));
		assertThat(at(NOON).find("one").orElseThrow().manifest().calibrator()).isEqualTo(calibrated.calibrator());
	}

	@Test
	void keepsReadingCardsFromBeforeCalibration() {
		save("one", "mine", 0);
		long changed = this.client.getDatabase("test")
			.getCollection("models")
			.updateOne(new Document("_id", "one"), new Document("$unset", new Document("manifest.calibrator", "")))
			.getModifiedCount();
		assertThat(changed).isEqualTo(1);
		assertThat(at(NOON).find("one").orElseThrow().manifest().calibrator()).isEqualTo(Calibration.NONE);
	}

	@Test
	void listsThoseOfANameNewestFirst() {
		save("one", "mine", 0);
		ModelCard two = save("two", "mine", 2);
		save("three", "yours", 3);
		assertThat(at(NOON).list("mine", 5, null)).extracting(ModelCard::modelId).containsExactly("two", "one");
		assertThat(at(NOON).list("mine", 5, ModelStore.ModelPlace.of(two))).extracting(ModelCard::modelId)
			.containsExactly("one");
		assertThat(at(NOON).list("theirs", 5, null)).isEmpty();
	}

	@Test
	void setsAsideOnlyWhatWasNotStoredAgainSince() {
		ModelStore.ModelPlace first = ModelStore.ModelPlace.of(save("one", "mine", 0));
		ModelStore.ModelPlace again = ModelStore.ModelPlace.of(save("one", "mine", 5));
		assertThat(at(NOON).setAside(first, (sha256) -> false)).isFalse();
		assertThat(at(NOON).find("one")).isPresent();
		assertThat(at(NOON).setAside(again, (sha256) -> false)).isTrue();
		assertThat(at(NOON).find("one")).isEmpty();
	}

	@Test
	void listsPageByPageNewestFirst() {
		save("one", "mine", 0);
		save("two", "mine", 1);
		save("three", "mine", 1);
		List<ModelCard> first = at(NOON).list(null, 2, null);
		List<ModelCard> second = at(NOON).list(null, 2, ModelStore.ModelPlace.of(first.get(1)));
		assertThat(first).extracting(ModelCard::modelId).containsExactly("two", "three");
		assertThat(second).extracting(ModelCard::modelId).containsExactly("one");
	}

	@Test
	void savingTheSameJobAgainKeepsOneModel() {
		ModelCard first = save("one", "mine", 0);
		ModelCard again = save("one", "mine", 5);
		assertThat(again.file()).isEqualTo(first.file());
		assertThat(at(NOON).list(null, 10, null)).hasSize(1);
	}

	@Test
	void deletesCardAndFileAndCandidates() {
		ModelCard card = save("one", "mine", 0);
		at(NOON).delete("one", (sha256) -> false);
		at(NOON).delete("one", (sha256) -> false);
		assertThat(at(NOON).find("one")).isEmpty();
		assertThat(this.blobs.exists(card.file().sha256())).isFalse();
		assertThat(this.blobs.exists(list(card))).isFalse();
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> at(NOON).load(card))
			.matches((ex) -> ex.kind() == ProblemKind.NOT_FOUND);
	}

	@Test
	void keepsFilesThatSomethingElsePointsAt() {
		ModelCard card = save("one", "mine", 0);
		assertThat(at(NOON).uses(card.file().sha256())).isTrue();
		assertThat(at(NOON).uses(list(card))).isTrue();
		at(NOON).delete("one", card.file().sha256()::equals);
		assertThat(this.blobs.exists(card.file().sha256())).isTrue();
		assertThat(this.blobs.exists(list(card))).isFalse();
		assertThat(at(NOON).uses(card.file().sha256())).isFalse();
	}

	@Test
	void keepsTheCandidatesThatAnotherModelHasToo() {
		ModelCard card = save("one", "mine", 0);
		save("two", "mine", 1);
		at(NOON).delete("one", (sha256) -> false);
		assertThat(this.blobs.exists(list(card))).isTrue();
	}

	private ModelCard keep(String modelName, String jobId) {
		TrainedModel model = MadeModels.model(MadeModels.manifest(jobId, 4), FORESTS);
		return at(NOON).keep(modelName, model, ModelFile.write(model), "theirs.exoscout");
	}

	@Test
	void keepsAModelFromElsewhereUnderTheDigestOfItsFile() {
		ModelCard card = keep("theirs", "elsewhere");
		assertThat(card.modelId()).isEqualTo(card.file().sha256());
		ModelCard found = at(NOON).find(card.modelId()).orElseThrow();
		assertThat(found.imported()).isEqualTo(new ModelCard.Imported("theirs.exoscout"));
		assertThat(found.manifest().jobId()).isEqualTo("elsewhere");
		assertThat(at(NOON).load(found).manifest().jobId()).isEqualTo("elsewhere");
		assertThat(save("one", "mine", 0).isImported()).isFalse();
	}

	@Test
	void aModelFromElsewhereIsNoLeftoverOfAJob() {
		keep("theirs", "elsewhere");
		save("one", "mine", 0);
		assertThat(at(NOON).storedBefore(NOON.plusSeconds(60))).extracting(ModelStore.ModelPlace::modelId)
			.containsExactly("one");
	}

	@Test
	void refusesAManifestThatNoDocumentCouldHold() {
		ModelManifest from = MadeModels.manifest("elsewhere", 4);
		ModelManifest endless = new ModelManifest(from.jobId(), from.mission(), from.options(), from.featureSet(),
				from.features(), from.classNames(), from.importance(), from.calibration(), from.calibrator(),
				from.metrics(), Map.of("protocol", "x".repeat(2 << 20)), from.datasetSha256(), from.provenance());
		TrainedModel model = MadeModels.model(endless, FORESTS);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> at(NOON).keep("theirs", model, ModelFile.write(model), "theirs.exoscout"))
			.returns(ErrorCode.INVALID_MODEL_FILE, ProblemException::code)
			.withMessageContaining("1048576");
	}

	@Test
	void tellsWhatModelsAreChosenAndOrderedBy() {
		ModelCard theirs = keep("theirs", "elsewhere");
		ModelCard mine = save("one", "mine", 0);
		assertThat(at(NOON).lines()).containsExactlyInAnyOrder(line(mine, false), line(theirs, true));
		assertThat(at(NOON).find(List.of("one", "two"))).extracting(ModelCard::modelId).containsExactly("one");
	}

	private static ModelStore.ModelLine line(ModelCard card, boolean imported) {
		return new ModelStore.ModelLine(ModelStore.ModelPlace.of(card), card.modelName(), Mission.KEPLER,
				Algorithm.XGBOOST, Target.PLANET, Map.of("roc_auc", 0.984, "accuracy", 0.94), imported);
	}

	@Test
	void reportsADatabaseThatIsAway() {
		try (MongoClient nobody = MongoClients.create("mongodb://localhost:1/?serverSelectionTimeoutMS=50")) {
			ModelCards cards = new ModelCards(new MongoAccess(new MongoTemplate(nobody, "test")));
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cards.find("one"))
				.matches((ex) -> ex.kind() == ProblemKind.UNAVAILABLE);
		}
	}

}
