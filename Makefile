# ExoScout: what to type. Needs a JDK (17 or newer) and Maven.
MVN := mvn -B --no-transfer-progress
JAR := embedded-suite/target/embedded-suite-0.1.0-SNAPSHOT-exec.jar
TABLE ?= test_data/kepler/training.csv

.DEFAULT_GOAL := help
.PHONY: help build run demo test tour bench format clean

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

build: ## compile and package, without tests
	@echo "Building (the first time Maven fetches libraries) ..."
	@$(MVN) -q package -DskipTests

run: build ## start everything on http://localhost:8080, data in ~/.exoscout or EXOSCOUT_HOME
	@trap : INT; java -jar $(JAR) || [ $$? -eq 130 ]

demo: build ## train, evaluate and rank a table once: make demo TABLE=path
	@java -jar $(JAR) demo "$(TABLE)"

test: ## everything
	@$(MVN) verify

tour: build ## run the commands of the README against a suite of their own
	@bash .ci/tour

bench: build ## measure the suite on this machine, idle otherwise; the result goes into benchmarks/README.md
	@java -cp $(JAR) -Dloader.path=benchmarks/target/classes -Dloader.main=io.exoscout.benchmarks.SuiteBenchmark \
		org.springframework.boot.loader.launch.PropertiesLauncher $(JAR) benchmarks/README.md

format: ## bring the code into the project's form
	@$(MVN) -q spring-javaformat:apply

clean: ## remove what was built
	@$(MVN) -q clean
