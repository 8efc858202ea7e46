# ExoScout: what to type. Needs a JDK (17 or newer) and Maven.
MVN := mvn -B --no-transfer-progress
JAR := embedded-suite/target/embedded-suite-exec.jar
TABLE ?= test_data/kepler/training.csv
# Debian's, since another one may come first on the path
PYTHON ?= /usr/bin/python3
PEERS := sklearn, xgboost
RESULTS := benchmarks/README.md
IMAGES := orchestrator-service trainer-service predictor-service transit-service jobs-service exoplanet-catalog-service series-service stream-service embedded-suite
TAG ?= latest
VERSION := $(shell sed -n 's,.*<revision>\(.*\)</revision>.*,\1,p' pom.xml)
COMMIT = $(shell git describe --always --dirty --abbrev=40 --exclude='*' 2>/dev/null || echo unknown)
SECRETS := EXOSCOUT_BROKER_PASSWORD EXOSCOUT_DATABASE_PASSWORD EXOSCOUT_DATABASE_ROOT_PASSWORD EXOSCOUT_DATABASE_KEY
JOBS := 10000
KILLS := 200
SEED := 1
CALLERS := 2000
BLOBS := directory
# callers of make chaos with keys and quotas; 0 where nobody is asked who he is
OWNERS := 0
# runs a class of the benchmarks with the suite's libraries
BENCHMARK = java -cp $(JAR) -Dloader.path=benchmarks/target/classes -Dloader.main=io.exoscout.$(1) \
	org.springframework.boot.loader.launch.PropertiesLauncher
# the same with peers that the suite does not have
SCORING = java -cp $(JAR) -Dloader.path=benchmarks/target/classes,benchmarks/target/peers -Dloader.main=io.exoscout.study.scoring.$(1) \
	org.springframework.boot.loader.launch.PropertiesLauncher $(if $(ROUNDS),rounds=$(ROUNDS)) keep=$(RESULTS)
# the same with the core of streams
STREAMS = java -cp $(JAR) -Dloader.path=benchmarks/target/classes,benchmarks/target/peers -Dloader.main=io.exoscout.study.streams.$(1) \
	org.springframework.boot.loader.launch.PropertiesLauncher

.DEFAULT_GOAL := help
.PHONY: help build page page-anew run demo test images reproducible secrets tour story pictures astronomy client chaos attack slow cluster bench bench-bulk bench-rows bench-watchers bench-forms bench-series bench-lightcurves bench-injections bench-false-alarms bench-streams bench-training bench-engines bench-forest bench-shapley \
	bench-models figures temporal diagnostics toi-stream tables peers \
	manifests schemas contract licences format clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

build: page ## compile and package, without tests
	@echo "Building (the first time Maven fetches libraries) ..."
	@$(MVN) -q package -DskipTests

# built again where a source is newer than what was built
page: ## the web page, which the suite takes in; without Node there is none, and all else runs
	@if node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 9) ? 0 : 1)' 2>/dev/null; then \
		[ -f frontend/out/index.html ] && [ -z "$$(find frontend docs/openapi test_data/kepler/training.csv -newer frontend/out/index.html -type f \
			-not -path '*/node_modules/*' -not -path '*/.next/*' -not -path '*/out/*' -not -path '*/types/*' -not -name next-env.d.ts \
			-not -name '*.tsbuildinfo' -not -path '*/test-results/*' -not -path '*/screenshots/*' | head -1)" ] || $(MAKE) --no-print-directory page-anew; \
	else echo "No web page without Node 20.9 or newer: install it from Debian (apt-get install nodejs npm, Debian 13) or with nvm install 22."; [ -z "$$CI" ]; fi

page-anew:
	@echo "Building the web page (the first time npm fetches libraries) ..."
	@cd frontend && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --silent; } \
		&& NEXT_TELEMETRY_DISABLED=1 npm run --silent build > build.log 2>&1 || { cat build.log; exit 1; }

run: build ## start everything on http://localhost:8080, data in ~/.exoscout or EXOSCOUT_HOME
	@trap : INT; java -jar $(JAR) || [ $$? -eq 130 ]

demo: build ## train, evaluate and rank a table once: make demo TABLE=path
	@java -jar $(JAR) demo "$(TABLE)"

test: page ## everything
	@$(MVN) --threads 2 verify
	@.ci/story

images: build ## a container image of each service and of the suite: exoscout/trainer-service:latest and so on, or TAG
	@for image in $(IMAGES); do echo "Building exoscout/$$image:$(TAG) ..." && docker build --quiet --build-arg SERVICE=$$image \
		--build-arg VERSION=$(VERSION) --build-arg COMMIT=$(COMMIT) \
		--tag exoscout/$$image:$(TAG) . || exit 1; done

reproducible: ## that two builds of what is committed make the same bytes
	@.ci/reproducible

# letters and digits, since they go into addresses, and the key file of a replica set knows base64's characters only
secrets: ## random passwords for docker compose, in .env, which git does not see; those there are kept
	@umask 077; touch .env; chmod 600 .env; for name in $(SECRETS); do grep -q "^$$name=" .env \
		|| echo "$$name=$$(head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n')" >> .env; done

tour: build ## run the commands of the README against a suite of their own
	@bash .ci/tour

story: build ## the page from a table to a candidate in a browser; needs Node and Chromium
	@.ci/story

pictures: story ## the four pictures of the page in the README, as the story has just taken them
	@mkdir -p docs/pictures && cp frontend/screenshots/readme/*.png docs/pictures/

astronomy: build ## show our tables to STILTS, astropy and pyvo; as root, they are installed
	@for package in stilts python3-astropy python3-pyvo; do dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
		[ -z "$$missing" ] || { [ "$$(id -u)" -eq 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing; } || true
	@.ci/astronomy

client: build ## test the Python client and its notebook against a suite of their own; as root, what they need is installed
	@for package in python3-pip python3-setuptools python3-wheel mypy python3-pandas python3-astropy python3-matplotlib python3-nbclient python3-ipykernel; do \
		dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
		[ -z "$$missing" ] || { [ "$$(id -u)" -eq 0 ] && apt-get update -qq && apt-get install -y -qq --no-install-recommends $$missing; } || true
	@.ci/client

chaos: ## kill, cut, fill and forge under load: make chaos JOBS=10000 KILLS=200 SEED=1 BLOBS=gridfs (or s3) OWNERS=3
	@echo "$(JOBS) jobs, $(KILLS) kills; what goes on stands in embedded-suite/target/chaos ..."
	@$(MVN) -q -pl embedded-suite -am test -Dtest=ChaosTests -Dsurefire.failIfNoSpecifiedTests=false \
		-Dchaos.jobs=$(JOBS) -Dchaos.kills=$(KILLS) -Dchaos.seed=$(SEED) -Dchaos.blobs=$(BLOBS) -Dchaos.callers=$(OWNERS) -Dchaos.sweepers=2 -Dchaos.skew=90 || failed=$$?; \
		cat embedded-suite/target/chaos/report.md; exit $$failed

attack: ## send some ten thousand requests that nobody means well with; what became of each kind is shown
	@$(MVN) -q -pl embedded-suite -am test -Dtest='AttackTests,RoleAttackTests' -Dsurefire.failIfNoSpecifiedTests=false -Dattack.each=1 || failed=$$?; \
		cat embedded-suite/target/attack/*.md; exit $$failed

slow: ## 2,000 callers that never come to the end of a request, for a minute each way, beside others: make slow CALLERS=2000
	@$(MVN) -q -pl common-lib/edge -am test -Dtest=SlowCallersTests -Dsurefire.failIfNoSpecifiedTests=false \
		-Dslow.callers=$(CALLERS) -Dslow.seconds=60 -Dslow.promised=250

cluster: ## the figures of a cluster of processes: one job each, cancel, queue, broker away, long work
	@$(MVN) -q -pl embedded-suite -am test -Dtest=ClusterTests,LongWorkTests,FairQueueTests -Dsurefire.failIfNoSpecifiedTests=false \
		-Dcluster.promised=true -Dcluster.rounds=200 -Dcluster.cancels=100 -Dcluster.uploads=200 -Dfair.jobs=1000 -Dlong.work=3m -Dlong.patience=1m || failed=$$?; \
		cat embedded-suite/target/cluster/report.md; exit $$failed

bench: build ## measure the suite on this machine, idle otherwise; the result goes into benchmarks/README.md
	@$(call BENCHMARK,benchmarks.SuiteBenchmark) $(JAR) $(RESULTS)

bench-forms: build ## measure how fast VOTable, FITS, ECSV and IPAC tables are written and read, against CSV
	@$(call BENCHMARK,benchmarks.FormBenchmark) $(RESULTS)

bench-bulk: build ## measure large tables end to end, against row by row and pandas with XGBoost (Debian: python3-pandas, python3-xgboost)
	@$(call BENCHMARK,benchmarks.BulkBenchmark) $(JAR) $(PYTHON) benchmarks/src/main/python/bulk.py $(RESULTS)

bench-training: build peers ## compare our learners with scikit-learn and XGBoost for Python; the result goes there, too
	@$(call BENCHMARK,study.peers.TrainingBenchmark) python=$(PYTHON) peers=benchmarks/src/main/python/peers.py \
		rounds=$(ROUNDS) trees=$(TREES) threads=$(THREADS) keep=$(RESULTS)

bench-lightcurves: build ## compare our box search with astropy's, and measure a sector and a thousand from file to verdict, for which PYTHON needs astropy (Debian: python3-astropy)
	@$(call BENCHMARK,benchmarks.LightCurveBenchmark) $(PYTHON) benchmarks/src/main/python/boxsearch.py \
		$${EXOSCOUT_DATA:-../shared/data}/lightcurves $(RESULTS)

bench-injections: build ## how many transits put into quiet curves are found, and how many where there are none, beside transit least squares
	@$(call BENCHMARK,study.curves.DetrendingBenchmark) $${EXOSCOUT_DATA:-../shared/data}/lightcurves $(RESULTS)
	@$(call BENCHMARK,study.curves.InjectionStudy) $${EXOSCOUT_DATA:-../shared/data}/lightcurves $(if $(ROUNDS),$(ROUNDS),1) $(RESULTS)

bench-false-alarms: build ## how many quiet curves, upside down and scrambled in WAYS ways each, hold a planet that is none
	@$(call BENCHMARK,study.curves.FalseAlarmStudy) $${EXOSCOUT_DATA:-../shared/data}/lightcurves $(if $(WAYS),$(WAYS),20) $(RESULTS)

bench-rows: build ## single rows at 1,000 a second while an alias moves, alone and beside whole tables
	@$(call BENCHMARK,benchmarks.RowBenchmark) $(JAR) 60 $(RESULTS)

bench-watchers: build ## what a thousand clients that listen to all jobs cost trainings and memory; the result goes there, too
	@$(call BENCHMARK,benchmarks.WatcherBenchmark) $(JAR) $(RESULTS)

bench-series: build ## measure how long a million points take: put on a grid, modelled, whitened; the result goes there, too
	@$(call BENCHMARK,benchmarks.SeriesBenchmark) $(RESULTS)

bench-forest: build ## compare our forests with XGBoost, ONNX Runtime and Tribuo, per core
	@$(call SCORING,ForestBenchmark)

bench-shapley: build ## compare our Shapley values with XGBoost's, per core
	@$(call SCORING,ShapleyBenchmark)

bench-models: build ## how long default models are, and how long they take to load
	@$(call SCORING,ModelBenchmark)

bench-streams: build ## compare the learner of streams with River (RIVER_HOME names its folder) or plain Python; the result goes there, too
	@$(call STREAMS,StreamBenchmark) python=$(PYTHON) peers=benchmarks/src/main/python/streams.py rounds=$(ROUNDS) keep=$(RESULTS)

toi-stream: build ## TOIs as they were announced: what late verdicts leave of a vetting; the result goes there, too
	@$(call STREAMS,ToiStudy) trees=$(TREES) keep=$(RESULTS)

bench-engines: build ## compare our learners with Tribuo's: an hour; the result goes there, too
	@$(call BENCHMARK,study.peers.EngineBenchmark) algorithm=$(ALGORITHM) rounds=$(ROUNDS) trees=$(TREES) threads=$(THREADS) keep=$(RESULTS)

figures: build ## train on the archive's tables with several seeds and show the figures; they go there, too
	@$(call BENCHMARK,study.FigureStudy) seeds=$(SEEDS) algorithm=$(ALGORITHM) trees=$(TREES) threads=$(THREADS) \
		"exclude=$(EXCLUDE)" keep=$(RESULTS)

temporal: build ## judge rankings by later verdicts: make temporal EARLIER=path LATER=path ALGORITHM=name
	@$(call BENCHMARK,study.TemporalStudy) "earlier=$(EARLIER)" "later=$(LATER)" algorithm=$(ALGORITHM) \
		trees=$(TREES) threads=$(THREADS) "exclude=$(EXCLUDE)" keep=$(RESULTS)

diagnostics: build ## what diagnostics of the light curve are worth: in cross-validation, and by later verdicts
	@$(call BENCHMARK,study.DiagnosticsStudy) seeds=$(SEEDS) algorithm=$(ALGORITHM) threads=$(THREADS) keep=$(RESULTS)

peers: # what bench-training compares with
	@$(PYTHON) -c "import $(PEERS)" 2>/dev/null || { [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-sklearn python3-xgboost; } || true
	@$(PYTHON) -c "import $(PEERS)" 2>/dev/null || { echo "$(PYTHON) lacks scikit-learn or XGBoost: as root, make installs Debian's;" \
		"otherwise install them, or name a Python that has them: make bench-training PYTHON=path"; exit 1; }

manifests: schemas ## render and check the Kubernetes manifests; needs npm, and kustomize or kubectl
	@$(MVN) -q test -pl embedded-suite -am -Dtest='io.exoscout.k8s.*Tests' -Dsurefire.failIfNoSpecifiedTests=false

schemas: # what they are checked against
	@npm ci --prefix k8s/validation --no-audit --no-fund --silent

tables: ## write the lists of names, units and labels into docs/tables.md, of error codes into docs/errors.md
	$(MVN) -q -pl common-lib/tables -am test -Dtest=TablesPageTests,ErrorCodeTests -Dsurefire.failIfNoSpecifiedTests=false -Dexoscout.tables.write=true

contract: ## write the API documents into docs/openapi, make the Python client's module of them, and check their types; needs npm
	@$(MVN) -q -pl embedded-suite -am test -Dtest=ContractTests -Dsurefire.failIfNoSpecifiedTests=false \
		-Dexoscout.contract.write=true
	@$(PYTHON) clients/python/generate.py
	@.ci/contract

licences: ## write the list of what ships of others, and under which licence, into docs/licences.md
	@$(MVN) -q -pl embedded-suite -am test -Dtest=LicenceTests -Dsurefire.failIfNoSpecifiedTests=false -Dexoscout.licences.write=true

format: ## bring the code into the project's form
	@$(MVN) -q spring-javaformat:apply

clean: ## remove what was built
	@$(MVN) -q clean
