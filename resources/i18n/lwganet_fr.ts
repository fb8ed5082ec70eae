<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>{} was deleted.</source>
      <translation>{} a été supprimé.</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>{} ne peut pas être écrit : {}</translation>
    </message>
    <message>
      <source>The model is described in {}.</source>
      <translation>Le modèle est décrit dans {}.</translation>
    </message>
    <message>
      <source>All {} files of {} are as they should be (sha256).</source>
      <translation>Les {} fichiers de {} sont tels qu'ils doivent être (sha256).</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Vérifier</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Télécharger</translation>
    </message>
    <message>
      <source>Publish</source>
      <translation>Publier</translation>
    </message>
    <message>
      <source>Others can add {} as a catalogue, or its address once the folder lies on a server.</source>
      <translation>D'autres peuvent ajouter {} comme catalogue, ou son adresse une fois le dossier sur un serveur.</translation>
    </message>
    <message>
      <source>Read catalogues</source>
      <translation>Lecture des catalogues</translation>
    </message>
    <message>
      <source>{} is ready: it is in the list of its tool.</source>
      <translation>{} est prêt : il est dans la liste de son outil.</translation>
    </message>
    <message>
      <source>Another job is at work: wait for it, or cancel it.</source>
      <translation>Une autre tâche est en cours : attendez-la, ou annulez-la.</translation>
    </message>
    <message>
      <source>Cancelled; nothing of it is left.</source>
      <translation>Annulé ; il n'en reste rien.</translation>
    </message>
    <message>
      <source>The disk said: {}. Is there room, and may you write there?</source>
      <translation>Le disque répond : {}. Y a-t-il de la place, et pouvez-vous y écrire ?</translation>
    </message>
  </context>
  <context>
    <name>BeginPanel</name>
    <message>
      <source>Review the changes…</source>
      <translation>Vérifier les changements…</translation>
    </message>
    <message>
      <source>Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one.</source>
      <translation>Met les polygones de toute la zone dans un GeoPackage, pour les accepter ou les rejeter un par un.</translation>
    </message>
    <message>
      <source>&lt;b&gt;There is no review yet.&lt;/b&gt; Set the threshold on the page &lt;a href="tune"&gt;Tune&lt;/a&gt;, then review the changes: each is shown on both maps, and A, R or U says what it is.</source>
      <translation>&lt;b&gt;Il n'y a pas encore de vérification.&lt;/b&gt; Réglez le seuil à la page &lt;a href="tune"&gt;Ajuster&lt;/a&gt;, puis vérifiez les changements : chacun est montré sur les deux cartes, et A, R ou U dit ce que c'est.</translation>
    </message>
    <message>
      <source>&lt;b&gt;There is no review yet.&lt;/b&gt; First run the model on the whole area, on the page &lt;a href="images"&gt;Images&lt;/a&gt;; or open a review that was kept.</source>
      <translation>&lt;b&gt;Il n'y a pas encore de vérification.&lt;/b&gt; Exécutez d'abord le modèle sur toute la zone, à la page &lt;a href="images"&gt;Images&lt;/a&gt;, ou ouvrez une vérification enregistrée.</translation>
    </message>
  </context>
  <context>
    <name>CardPanel</name>
    <message>
      <source>Download…</source>
      <translation>Télécharger…</translation>
    </message>
    <message>
      <source>Shows the licence, then downloads the model.</source>
      <translation>Montre la licence, puis télécharge le modèle.</translation>
    </message>
    <message>
      <source>Make default</source>
      <translation>Par défaut</translation>
    </message>
    <message>
      <source>The tools and the change window then begin with this model.</source>
      <translation>Les outils et la fenêtre des changements commencent alors par ce modèle.</translation>
    </message>
    <message>
      <source>Verify</source>
      <translation>Vérifier</translation>
    </message>
    <message>
      <source>Compares the files with the sha256 on the card.</source>
      <translation>Compare les fichiers aux sha256 de la fiche.</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>Ouvrir le dossier</translation>
    </message>
    <message>
      <source>Shows the files of the model.</source>
      <translation>Montre les fichiers du modèle.</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Writes the card as a STAC item with the MLM extension, for catalogues.</source>
      <translation>Écrit la fiche comme item STAC avec l'extension MLM, pour les catalogues.</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>Removes a model of yours from the disk.</source>
      <translation>Supprime du disque un de vos modèles.</translation>
    </message>
  </context>
  <context>
    <name>CataloguesDialog</name>
    <message>
      <source>Catalogues of models</source>
      <translation>Catalogues de modèles</translation>
    </message>
    <message>
      <source>Catalogues besides the one that comes with the plugin.</source>
      <translation>Catalogues en plus de celui qui est livré avec l'extension.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>Forgets the chosen catalogue; models that you got from it stay.</source>
      <translation>Oublie le catalogue choisi ; les modèles qui en viennent restent.</translation>
    </message>
    <message>
      <source>A catalogue.json or a STAC item or collection of models, by its URL or as a file; or a model definition of Esri (.emd, .dlpk) as a file, which is read as a description alone.</source>
      <translation>Un catalogue.json, ou un item ou une collection STAC de modèles, par son URL ou comme fichier ; ou une définition de modèle d'Esri (.emd, .dlpk) comme fichier, lue seulement comme description.</translation>
    </message>
    <message>
      <source>Catalogues and descriptions</source>
      <translation>Catalogues et descriptions</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <source>https://… or a file</source>
      <translation>https://… ou un fichier</translation>
    </message>
    <message>
      <source>How to sign in to the catalogue's server, where it asks who you are.</source>
      <translation>Comment se connecter au serveur du catalogue, s'il demande qui vous êtes.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Ajouter</translation>
    </message>
    <message>
      <source>Adds the catalogue to the list.</source>
      <translation>Ajoute le catalogue à la liste.</translation>
    </message>
    <message>
      <source>A catalogue says which models there are and where they lie. Add those of people that you trust.</source>
      <translation>Un catalogue dit quels modèles existent et où ils se trouvent. Ajoutez ceux de personnes de confiance.</translation>
    </message>
    <message>
      <source>Address or file</source>
      <translation>Adresse ou fichier</translation>
    </message>
    <message>
      <source>Sign in with</source>
      <translation>Se connecter avec</translation>
    </message>
  </context>
  <context>
    <name>ChangeState</name>
    <message>
      <source>The pair was not measured: whether one image lies aside is not known.</source>
      <translation>La paire n'a pas été mesurée : on ne sait pas si une image est décalée.</translation>
    </message>
    <message>
      <source>The pair was not measured: its pixels did not come within {} seconds. It can be run all the same; or choose a smaller area, and measure again.</source>
      <translation>La paire n'a pas été mesurée : ses pixels ne sont pas arrivés en {} secondes. On peut l'exécuter quand même ; ou choisissez une zone plus petite et mesurez à nouveau.</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Probabilité de changement</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} est illisible.</translation>
    </message>
  </context>
  <context>
    <name>ChangeWindow</name>
    <message>
      <source>Change between two dates</source>
      <translation>Changement entre deux dates</translation>
    </message>
    <message>
      <source>Open a review…</source>
      <translation>Ouvrir une vérification…</translation>
    </message>
    <message>
      <source>Goes on with a review that was kept in a GeoPackage.</source>
      <translation>Reprend une vérification conservée dans un GeoPackage.</translation>
    </message>
    <message>
      <source>Keys…</source>
      <translation>Touches…</translation>
    </message>
    <message>
      <source>What each key does in this window.</source>
      <translation>Ce que fait chaque touche dans cette fenêtre.</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>Tune</source>
      <translation>Ajuster</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Vérifier</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Remise</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Série</translation>
    </message>
    <message>
      <source>Stop the run; give up an outline that is being drawn</source>
      <translation>Arrêter l'exécution ; abandonner un contour en cours de dessin</translation>
    </message>
    <message>
      <source>This list</source>
      <translation>Cette liste</translation>
    </message>
    <message>
      <source>Handed in.</source>
      <translation>Livraison effectuée.</translation>
    </message>
    <message>
      <source>Where to keep the review</source>
      <translation>Où conserver la vérification</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>First change</source>
      <translation>Premier changement</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <source>Opens the window that sets up the engine.</source>
      <translation>Ouvre la fenêtre qui installe le moteur.</translation>
    </message>
    <message>
      <source>The model is running. Stop it and close the window?</source>
      <translation>Le modèle est en cours d'exécution. L'arrêter et fermer la fenêtre ?</translation>
    </message>
    <message>
      <source>Stop and close</source>
      <translation>Arrêter et fermer</translation>
    </message>
    <message>
      <source>Keep running</source>
      <translation>Laisser tourner</translation>
    </message>
  </context>
  <context>
    <name>CheckpointPage</name>
    <message>
      <source>A checkpoint of PyTorch. Network and number of classes are read from it; you are told if it does not say which classes they are.</source>
      <translation>Un checkpoint de PyTorch. Le réseau et le nombre de classes y sont lus ; s'il n'indique pas de quelles classes il s'agit, cela est signalé.</translation>
    </message>
    <message>
      <source>What it was trained on.</source>
      <translation>Ce sur quoi il a été entraîné.</translation>
    </message>
    <message>
      <source>as the file says, or its number of classes tells</source>
      <translation>comme l'indique le fichier, ou son nombre de classes</translation>
    </message>
    <message>
      <source>For data of your own: names in the file's order, with commas between them.</source>
      <translation>Pour des données personnelles : noms dans l'ordre du fichier, séparés par des virgules.</translation>
    </message>
    <message>
      <source>Metres of a pixel on the ground, of its training images.</source>
      <translation>Mètres au sol par pixel, des images d'entraînement.</translation>
    </message>
    <message>
      <source>as the data set has it</source>
      <translation>celle du jeu de données</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>Le fichier</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Ground resolution (m)</source>
      <translation>Résolution au sol (m)</translation>
    </message>
    <message>
      <source>The ground resolution has to be a number above 0.</source>
      <translation>La résolution au sol doit être un nombre supérieur à 0.</translation>
    </message>
  </context>
  <context>
    <name>Choice</name>
    <message>
      <source>The pair was not measured: whether one image lies aside is not known.</source>
      <translation>La paire n'a pas été mesurée : on ne sait pas si une image est décalée.</translation>
    </message>
    <message>
      <source>The pair was not measured: its pixels did not come within {} seconds. It can be run all the same; or choose a smaller area, and measure again.</source>
      <translation>La paire n'a pas été mesurée : ses pixels ne sont pas arrivés en {} secondes. On peut l'exécuter quand même ; ou choisissez une zone plus petite et mesurez à nouveau.</translation>
    </message>
  </context>
  <context>
    <name>ChoosePage</name>
    <message>
      <source>Change…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <source>Chooses another folder, e.g. on a disk with more space.</source>
      <translation>Choisit un autre dossier, p. ex. sur un disque avec plus de place.</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Installer</translation>
    </message>
    <message>
      <source>Downloads the packages into your profile, and tests them.</source>
      <translation>Télécharge les paquets dans le profil et les teste.</translation>
    </message>
    <message>
      <source>Use this Python…</source>
      <translation>Utiliser ce Python…</translation>
    </message>
    <message>
      <source>For a Python of your own that has the packages. It is tested before it is used.</source>
      <translation>Pour un Python à soi qui a les paquets. Il est testé avant d'être utilisé.</translation>
    </message>
    <message>
      <source>Install from a folder of wheels…</source>
      <translation>Depuis un dossier de wheels…</translation>
    </message>
    <message>
      <source>For a computer without network.</source>
      <translation>Pour un ordinateur sans connexion.</translation>
    </message>
    <message>
      <source>Make such a folder…</source>
      <translation>Créer un tel dossier…</translation>
    </message>
    <message>
      <source>Downloads the packages into a folder, for this computer or another.</source>
      <translation>Télécharge les paquets dans un dossier, pour cet ordinateur ou un autre.</translation>
    </message>
    <message>
      <source>What shall the models run on?</source>
      <translation>Sur quoi les modèles doivent-ils calculer ?</translation>
    </message>
    <message>
      <source>{} to download, {} on disk</source>
      <translation>{} à télécharger, {} sur le disque</translation>
    </message>
    <message>
      <source>Other ways</source>
      <translation>Autres moyens</translation>
    </message>
    <message>
      <source>For this computer ({}) no engine is published. Use a Python of your own that has the packages numpy, rasterio, shapely and onnxruntime.</source>
      <translation>Aucun moteur n'est publié pour cet ordinateur ({}). Utiliser un Python à soi qui a les paquets numpy, rasterio, shapely et onnxruntime.</translation>
    </message>
    <message>
      <source>The engine in use: {} ({}).</source>
      <translation>Moteur utilisé : {} ({}).</translation>
    </message>
    <message>
      <source>The models run in a program of their own, the engine. It is set up once; nothing is added to QGIS's own Python.</source>
      <translation>Les modèles fonctionnent dans un programme à part, le moteur. Il est installé une fois ; rien n'est ajouté au Python de QGIS.</translation>
    </message>
    <message>
      <source>Where engines shall lie</source>
      <translation>Où placer les moteurs</translation>
    </message>
    <message>
      <source>It goes to {}, where {} are free.</source>
      <translation>Il va dans {}, où {} sont libres.</translation>
    </message>
    <message>
      <source>That is not enough: {} are needed.</source>
      <translation>Ce n'est pas assez : il faut {}.</translation>
    </message>
  </context>
  <context>
    <name>ChoosePanel</name>
    <message>
      <source>The earlier image; results lie on its grid.</source>
      <translation>L'image la plus ancienne ; les résultats sont sur sa grille.</translation>
    </message>
    <message>
      <source>The later image of the same place.</source>
      <translation>L'image la plus récente du même lieu.</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Échanger</translation>
    </message>
    <message>
      <source>Makes the later image the earlier one.</source>
      <translation>Fait de l'image récente l'image ancienne.</translation>
    </message>
    <message>
      <source>The network. Its card says which kind of change it was trained for.</source>
      <translation>Le réseau. Sa fiche indique pour quel type de changement il a été entraîné.</translation>
    </message>
    <message>
      <source>Band numbers in the model's order, e.g. 4,3,2. Empty: by colour interpretation.</source>
      <translation>Numéros des bandes dans l'ordre du modèle, p. ex. 4,3,2. Vide : d'après l'interprétation des couleurs.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>Where to compare: of the map, of a layer, or drawn. Empty: all that both share.</source>
      <translation>Où comparer : emprise de la carte, d'une couche ou dessinée. Vide : tout ce que les deux ont en commun.</translation>
    </message>
    <message>
      <source>Compares inside these polygons only.</source>
      <translation>Compare uniquement à l'intérieur de ces polygones.</translation>
    </message>
    <message>
      <source>Correct the shift</source>
      <translation>Corriger le décalage</translation>
    </message>
    <message>
      <source>Moves the image after onto the image before, as was measured.</source>
      <translation>Déplace l'image après sur l'image avant, selon la mesure.</translation>
    </message>
    <message>
      <source>Match brightness</source>
      <translation>Harmoniser la luminosité</translation>
    </message>
    <message>
      <source>Brings the values of the image after to those of the image before, band by band.</source>
      <translation>Ramène les valeurs de l'image après à celles de l'image avant, bande par bande.</translation>
    </message>
    <message>
      <source>When it was taken, e.g. 2014-07-31; guessed from the layer.</source>
      <translation>Date de la prise de vue, p. ex. 2014-07-31 ; devinée d'après la couche.</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>AAAA-MM-JJ</translation>
    </message>
    <message>
      <source>All that both share</source>
      <translation>Tout ce que les deux ont en commun</translation>
    </message>
    <message>
      <source>everywhere</source>
      <translation>partout</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Zone</translation>
    </message>
    <message>
      <source>Inside</source>
      <translation>Dans</translation>
    </message>
    <message>
      <source>The pair</source>
      <translation>La paire</translation>
    </message>
  </context>
  <context>
    <name>ClassTable</name>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <source>Say how many classes there are, and name them.</source>
      <translation>Indiquer combien il y a de classes, et les nommer.</translation>
    </message>
    <message>
      <source>Name the classes (still without a name: {}).</source>
      <translation>Nommer les classes (encore sans nom : {}).</translation>
    </message>
    <message>
      <source>Names of classes cannot have commas.</source>
      <translation>Les noms des classes ne peuvent pas contenir de virgules.</translation>
    </message>
  </context>
  <context>
    <name>DonePage</name>
    <message>
      <source>Open Segment image…</source>
      <translation>Ouvrir Segmenter une image…</translation>
    </message>
    <message>
      <source>The tool that makes a map of an image.</source>
      <translation>L'outil qui fait une carte d'une image.</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>Terminer</translation>
    </message>
    <message>
      <source>Closes this window.</source>
      <translation>Ferme cette fenêtre.</translation>
    </message>
    <message>
      <source>Load an image with red, green and blue, e.g. an aerial photograph.</source>
      <translation>Charger une image avec du rouge, du vert et du bleu, p. ex. une photographie aérienne.</translation>
    </message>
    <message>
      <source>Open the tool &lt;i&gt;Segment image&lt;/i&gt;, below or in the Processing Toolbox, LWGANet.</source>
      <translation>Ouvrir l'outil &lt;i&gt;Segmenter une image&lt;/i&gt;, ci-dessous ou dans la boîte à outils de traitements, LWGANet.</translation>
    </message>
    <message>
      <source>Choose the image and press Run: the map comes into the project.</source>
      <translation>Choisir l'image et appuyer sur Exécuter : la carte arrive dans le projet.</translation>
    </message>
    <message>
      <source>To compare two dates: Raster &amp;gt; LWGANet &amp;gt; &lt;i&gt;Change between two dates&lt;/i&gt;.</source>
      <translation>Pour comparer deux dates : Raster &amp;gt; LWGANet &amp;gt; &lt;i&gt;Changement entre deux dates&lt;/i&gt;.</translation>
    </message>
    <message>
      <source>The engine is ready</source>
      <translation>Le moteur est prêt</translation>
    </message>
    <message>
      <source>First steps</source>
      <translation>Premiers pas</translation>
    </message>
  </context>
  <context>
    <name>EngineBox</name>
    <message>
      <source>Engine</source>
      <translation>Moteur</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <source>Makes an engine, or chooses another one, in a window of its own.</source>
      <translation>Installe un moteur, ou en choisit un autre, dans une fenêtre à part.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Tester</translation>
    </message>
    <message>
      <source>Starts the engine and compares a tiny network's numbers.</source>
      <translation>Démarre le moteur et compare les nombres d'un tout petit réseau.</translation>
    </message>
    <message>
      <source>The Python that runs the engine. Empty: the plugin finds one by itself.</source>
      <translation>Le Python qui exécute le moteur. Vide : l'extension en trouve un elle-même.</translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation>trouvé automatiquement</translation>
    </message>
    <message>
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <source>{}: {}</source>
      <translation>{} : {}</translation>
    </message>
    <message>
      <source>The engine is being tested…</source>
      <translation>Le moteur est en cours de test…</translation>
    </message>
  </context>
  <context>
    <name>EngineEntry</name>
    <message>
      <source>Engine…</source>
      <translation>Moteur…</translation>
    </message>
    <message>
      <source>Sets up the program in which the models run, or shows which one is used.</source>
      <translation>Installe le programme où fonctionnent les modèles, ou montre lequel est utilisé.</translation>
    </message>
    <message>
      <source>LWGANet is installed. Its models need an engine, which is set up once.</source>
      <translation>LWGANet est installé. Ses modèles ont besoin d'un moteur, à installer une fois.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
  </context>
  <context>
    <name>FailurePage</name>
    <message>
      <source>Copy details</source>
      <translation>Copier les détails</translation>
    </message>
    <message>
      <source>Puts the report of the set-up on the clipboard, without passwords, to be pasted into a ticket.</source>
      <translation>Place le rapport de l'installation dans le presse-papiers, sans mots de passe, pour signaler le problème.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Retour</translation>
    </message>
    <message>
      <source>To the choice of the engine, to try again.</source>
      <translation>Vers le choix du moteur, pour réessayer.</translation>
    </message>
    <message>
      <source>More about this, with all steps</source>
      <translation>En savoir plus, avec toutes les étapes (en anglais)</translation>
    </message>
    <message>
      <source>Nothing of this set-up is left, and an engine that worked before still works.</source>
      <translation>Il ne reste rien de cette installation, et un moteur qui fonctionnait fonctionne toujours.</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
  </context>
  <context>
    <name>FeedForm</name>
    <message>
      <source>What the network was trained with. If you do not know: most are fed 0 to 1.</source>
      <translation>Ce avec quoi le réseau a été entraîné. Si ce n'est pas connu : la plupart reçoivent des valeurs de 0 à 1.</translation>
    </message>
    <message>
      <source>Subtracted from the values: one number, or one for each band, with blanks between.</source>
      <translation>Soustrait des valeurs : un nombre, ou un par bande, séparés par des espaces.</translation>
    </message>
    <message>
      <source>What they are divided by after that.</source>
      <translation>Ce par quoi elles sont ensuite divisées.</translation>
    </message>
    <message>
      <source>Of the images that it was trained on.</source>
      <translation>Des images d'entraînement.</translation>
    </message>
    <message>
      <source>to</source>
      <translation>à</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Deviation</source>
      <translation>Écart-type</translation>
    </message>
    <message>
      <source>The smallest value has to be below the largest.</source>
      <translation>La plus petite valeur doit être inférieure à la plus grande.</translation>
    </message>
    <message>
      <source>ImageNet's mean is of three bands: choose another.</source>
      <translation>La moyenne d'ImageNet vaut pour trois bandes : en choisir une autre.</translation>
    </message>
    <message>
      <source>Mean and deviation need one number, or {}.</source>
      <translation>La moyenne et l'écart-type demandent un nombre, ou {}.</translation>
    </message>
    <message>
      <source>Deviations have to be above 0.</source>
      <translation>Les écarts-types doivent être supérieurs à 0.</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Words of the title, the description, classes, bands, licence or place.</source>
      <translation>Mots du titre, de la description, des classes, des bandes, de la licence ou du lieu.</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Rechercher</translation>
    </message>
    <message>
      <source>What the model is for.</source>
      <translation>À quoi sert le modèle.</translation>
    </message>
    <message>
      <source>All tasks</source>
      <translation>Toutes les tâches</translation>
    </message>
    <message>
      <source>Where the model comes from.</source>
      <translation>D'où vient le modèle.</translation>
    </message>
    <message>
      <source>From everywhere</source>
      <translation>De partout</translation>
    </message>
    <message>
      <source>Shows models that are good for imagery with pixels of this size on the ground.</source>
      <translation>Montre les modèles adaptés aux images dont le pixel a cette taille au sol.</translation>
    </message>
    <message>
      <source>Any pixel size</source>
      <translation>Tout pixel</translation>
    </message>
  </context>
  <context>
    <name>FilterRow</name>
    <message>
      <source>Which changes are listed.</source>
      <translation>Quels changements sont listés.</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <source>Disagreements</source>
      <translation>Désaccords</translation>
    </message>
    <message>
      <source>Smaller ones are not listed, but stay in the review.</source>
      <translation>Les plus petits ne sont pas listés, mais restent dans la vérification.</translation>
    </message>
    <message>
      <source>Less probable ones are not listed, but stay in the review.</source>
      <translation>Les moins probables ne sont pas listés, mais restent dans la vérification.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>Area ≥</source>
      <translation>Surface ≥</translation>
    </message>
    <message>
      <source>Probability ≥</source>
      <translation>Prob. ≥</translation>
    </message>
    <message>
      <source>Your name; it is kept with each verdict. Empty: that of your account.</source>
      <translation>Votre nom ; il est conservé avec chaque verdict. Vide : celui de votre compte.</translation>
    </message>
    <message>
      <source>Reviewer</source>
      <translation>Vérificateur</translation>
    </message>
  </context>
  <context>
    <name>ForWhom</name>
    <message>
      <source>Make a folder of wheels</source>
      <translation>Créer un dossier de wheels</translation>
    </message>
    <message>
      <source>The computer that shall be set up from the folder.</source>
      <translation>L'ordinateur qui sera installé depuis le dossier.</translation>
    </message>
    <message>
      <source>What the models shall run on there.</source>
      <translation>Ce sur quoi les modèles calculeront là-bas.</translation>
    </message>
    <message>
      <source>Versions of Python there; QGIS says which it has in Help, About.</source>
      <translation>Versions de Python là-bas ; QGIS indique la sienne dans Aide, À propos.</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Pour</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Python</source>
      <translation>Python</translation>
    </message>
    <message>
      <source>About {} to download.</source>
      <translation>Environ {} à télécharger.</translation>
    </message>
    <message>
      <source>Choose at least one Python.</source>
      <translation>Choisir au moins un Python.</translation>
    </message>
  </context>
  <context>
    <name>GraphPage</name>
    <message>
      <source>Offered is what fits the numbers that the file gave for images.</source>
      <translation>Est proposé ce qui convient aux nombres que le fichier a donnés pour des images.</translation>
    </message>
    <message>
      <source>The file does not tell it.</source>
      <translation>Le fichier ne l'indique pas.</translation>
    </message>
    <message>
      <source>Fills in the classes of a known data set.</source>
      <translation>Remplit avec les classes d'un jeu de données connu.</translation>
    </message>
    <message>
      <source>In the file's order. A list of names can be pasted, a line each.</source>
      <translation>Dans l'ordre du fichier. Une liste de noms peut être collée, un par ligne.</translation>
    </message>
    <message>
      <source>What each band is, in the file's order, with commas between them.</source>
      <translation>Ce qu'est chaque bande, dans l'ordre du fichier, séparées par des virgules.</translation>
    </message>
    <message>
      <source>Side of the images that it was trained on, in pixels.</source>
      <translation>Côté des images d'entraînement, en pixels.</translation>
    </message>
    <message>
      <source>Metres of a pixel on the ground, of its training images.</source>
      <translation>Mètres au sol par pixel, des images d'entraînement.</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non connue</translation>
    </message>
    <message>
      <source>The file</source>
      <translation>Le fichier</translation>
    </message>
    <message>
      <source>What it gives</source>
      <translation>Ce qu'il donne</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>Nombre de classes</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Values of images</source>
      <translation>Valeurs des images</translation>
    </message>
    <message>
      <source>Tile size</source>
      <translation>Taille des tuiles</translation>
    </message>
    <message>
      <source>Ground resolution (m)</source>
      <translation>Résolution au sol (m)</translation>
    </message>
    <message>
      <source>What it says itself: {}</source>
      <translation>Ce qu'il indique lui-même : {}</translation>
    </message>
    <message>
      <source>classes of its own</source>
      <translation>classes propres</translation>
    </message>
    <message>
      <source>What this file gives no tool here can use: maps, scenes and boxes of up to {} classes are.</source>
      <translation>Ce que donne ce fichier n'est utilisable par aucun outil ici : le sont les cartes, les scènes et les rectangles de {} classes au plus.</translation>
    </message>
    <message>
      <source>Name {} bands ({} are named).</source>
      <translation>Nommer {} bandes ({} sont nommées).</translation>
    </message>
    <message>
      <source>Name the bands.</source>
      <translation>Nommer les bandes.</translation>
    </message>
    <message>
      <source>The ground resolution has to be a number above 0.</source>
      <translation>La résolution au sol doit être un nombre supérieur à 0.</translation>
    </message>
  </context>
  <context>
    <name>HandInPanel</name>
    <message>
      <source>How far the review has come.</source>
      <translation>Où en est la vérification.</translation>
    </message>
    <message>
      <source>The folder that the files are written to.</source>
      <translation>Le dossier où les fichiers sont écrits.</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Livrer</translation>
    </message>
    <message>
      <source>Writes the chosen parts; they appear when all are whole.</source>
      <translation>Écrit les parties choisies ; elles apparaissent quand toutes sont complètes.</translation>
    </message>
    <message>
      <source>Files are being written.</source>
      <translation>Écriture des fichiers en cours.</translation>
    </message>
    <message>
      <source>The files that were written; a click opens one.</source>
      <translation>Les fichiers écrits ; un clic en ouvre un.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>{folder} already holds {names}. Replace them?</source>
      <translation>{folder} contient déjà {names}. Les remplacer ?</translation>
    </message>
    <message>
      <source>There is no review to deliver yet.</source>
      <translation>Il n'y a pas encore de vérification à livrer.</translation>
    </message>
    <message>
      <source>Changes accepted: {accepted} of {total}. Still open: {open}.</source>
      <translation>Changements acceptés : {accepted} sur {total}. Encore à traiter : {open}.</translation>
    </message>
    <message>
      <source>What is delivered</source>
      <translation>Ce qui est remis</translation>
    </message>
    <message>
      <source>Accepted polygons</source>
      <translation>Polygones acceptés</translation>
    </message>
    <message>
      <source>A GeoPackage of the accepted changes, with notes.</source>
      <translation>Un GeoPackage des changements acceptés, avec les notes.</translation>
    </message>
    <message>
      <source>Rasters</source>
      <translation>Rasters</translation>
    </message>
    <message>
      <source>The accepted changes; and what the model found before the review.</source>
      <translation>Les changements acceptés, et ce que le modèle a trouvé avant la vérification.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>One page with maps, totals, model and parameters: PDF and HTML.</source>
      <translation>Une page avec cartes, totaux, modèle et paramètres : PDF et HTML.</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Commande</translation>
    </message>
    <message>
      <source>The command that repeats the run, as a text file.</source>
      <translation>La commande qui répète le calcul, dans un fichier texte.</translation>
    </message>
    <message>
      <source>Add to the project</source>
      <translation>Ajouter au projet</translation>
    </message>
    <message>
      <source>Adds what is delivered to the project, in a group.</source>
      <translation>Ajoute au projet, dans un groupe, ce qui est remis.</translation>
    </message>
    <message>
      <source>Layout template</source>
      <translation>Modèle de mise en page</translation>
    </message>
    <message>
      <source>A layout of yours for the report's maps (*.qpt): its maps are those with the item IDs before, after and change. Empty: the report's own page.</source>
      <translation>Une mise en page à vous pour les cartes du rapport (*.qpt) : ses cartes sont celles dont l'identifiant est before, after et change. Vide : la page du rapport.</translation>
    </message>
    <message>
      <source>Layout templates (*.qpt)</source>
      <translation>Modèles de mise en page (*.qpt)</translation>
    </message>
    <message>
      <source>The same run in a shell</source>
      <translation>Le même calcul dans un terminal</translation>
    </message>
    <message>
      <source>The command that repeats the run without this window.</source>
      <translation>La commande qui répète le calcul sans cette fenêtre.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Puts the command on the clipboard.</source>
      <translation>Met la commande dans le presse-papiers.</translation>
    </message>
  </context>
  <context>
    <name>ImportDialog</name>
    <message>
      <source>Import a model</source>
      <translation>Importer un modèle</translation>
    </message>
    <message>
      <source>Set up the engine…</source>
      <translation>Installer le moteur…</translation>
    </message>
    <message>
      <source>The program that reads and runs models.</source>
      <translation>Le programme qui lit et exécute les modèles.</translation>
    </message>
    <message>
      <source>As it was downloaded or exported.</source>
      <translation>Tel qu'il a été téléchargé ou exporté.</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <source>By this name the model will be in the tools' lists.</source>
      <translation>Le modèle figurera sous ce nom dans les listes des outils.</translation>
    </message>
    <message>
      <source>Of the weights. It is shown whenever the model runs.</source>
      <translation>Celle des poids. Elle est affichée à chaque exécution du modèle.</translation>
    </message>
    <message>
      <source>as the file or its authors say</source>
      <translation>selon le fichier ou ses auteurs</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Nom du modèle</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>made of network and data set</source>
      <translation>formé du réseau et du jeu de données</translation>
    </message>
    <message>
      <source>The file is being read and tried on images…</source>
      <translation>Le fichier est lu et essayé sur des images…</translation>
    </message>
    <message>
      <source>Choose an ONNX file of any tool, or a checkpoint of LWGANet, LSKNet or LRFormer.</source>
      <translation>Choisir un fichier ONNX de n'importe quel outil, ou un checkpoint de LWGANet, LSKNet ou LRFormer.</translation>
    </message>
    <message>
      <source>A model is called {} already: choose another name.</source>
      <translation>Un modèle s'appelle déjà {} : choisir un autre nom.</translation>
    </message>
    <message>
      <source>{} can be used now, for {}.</source>
      <translation>{} est utilisable dès maintenant, pour : {}.</translation>
    </message>
  </context>
  <context>
    <name>LWGANet</name>
    <message>
      <source>Detections</source>
      <translation>Détections</translation>
    </message>
    <message>
      <source>Reference polygons</source>
      <translation>Polygones de référence</translation>
    </message>
    <message>
      <source>Overlap from which on a detection is right.</source>
      <translation>Recouvrement à partir duquel une détection est juste.</translation>
    </message>
    <message>
      <source>Right, wrong and missed</source>
      <translation>Justes, fausses et manquées</translation>
    </message>
    <message>
      <source>Detection accuracy</source>
      <translation>Exactitude de la détection</translation>
    </message>
    <message>
      <source>Detect change</source>
      <translation>Détecter les changements</translation>
    </message>
    <message>
      <source>Change polygons from probability</source>
      <translation>Polygones de changement à partir de la probabilité</translation>
    </message>
    <message>
      <source>Detect change in a series</source>
      <translation>Détecter les changements dans une série</translation>
    </message>
    <message>
      <source>Check the engine</source>
      <translation>Vérifier le moteur</translation>
    </message>
    <message>
      <source>Classify scenes</source>
      <translation>Classer des scènes</translation>
    </message>
    <message>
      <source>Detect objects</source>
      <translation>Détecter des objets</translation>
    </message>
    <message>
      <source>Import checkpoint</source>
      <translation>Importer un checkpoint</translation>
    </message>
    <message>
      <source>Set up the engine</source>
      <translation>Installer le moteur</translation>
    </message>
    <message>
      <source>Check image pair</source>
      <translation>Vérifier une paire d'images</translation>
    </message>
    <message>
      <source>Segment image</source>
      <translation>Segmenter une image</translation>
    </message>
    <message>
      <source>Non-maximum suppression</source>
      <translation>Suppression des non-maxima</translation>
    </message>
    <message>
      <source>Detect</source>
      <translation>Détecter</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Changement</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Qualité</translation>
    </message>
    <message>
      <source>Compares detected polygons with reference polygons: precision, recall, F1, average precision.</source>
      <translation>Compare des polygones détectés à des polygones de référence : précision, rappel, F1, précision moyenne.</translation>
    </message>
    <message>
      <source>Finds what changed between two images of one place.</source>
      <translation>Trouve ce qui a changé entre deux images d'un même lieu.</translation>
    </message>
    <message>
      <source>Makes change polygons of a probability raster, with another threshold or other rules than its run had.</source>
      <translation>Crée des polygones de changement à partir d'un raster de probabilité, avec un autre seuil ou d'autres règles que lors de son calcul.</translation>
    </message>
    <message>
      <source>Finds what changed between each two consecutive images of a series, and when each place changed first.</source>
      <translation>Trouve ce qui a changé entre deux images consécutives d'une série, et quand chaque lieu a changé pour la première fois.</translation>
    </message>
    <message>
      <source>Says whether the engine runs here, with which Python, versions and devices, and how fast.</source>
      <translation>Dit si le moteur fonctionne ici, avec quel Python, quelles versions et quels appareils, et à quelle vitesse.</translation>
    </message>
    <message>
      <source>Says what kind of scene each part of an image shows.</source>
      <translation>Indique quel type de scène montre chaque partie d'une image.</translation>
    </message>
    <message>
      <source>Finds objects in an image and draws a rotated box around each.</source>
      <translation>Trouve des objets dans une image et trace un rectangle orienté autour de chacun.</translation>
    </message>
    <message>
      <source>Makes a model of a checkpoint that the authors of LWGANet, LSKNet or LRFormer publish, of your own, or of an ONNX file.</source>
      <translation>Crée un modèle à partir d'un checkpoint publié par les auteurs de LWGANet, LSKNet ou LRFormer, d'un checkpoint personnel ou d'un fichier ONNX.</translation>
    </message>
    <message>
      <source>Makes the Python environment in which the models run, in your QGIS profile.</source>
      <translation>Crée dans le profil QGIS l'environnement Python où fonctionnent les modèles.</translation>
    </message>
    <message>
      <source>Says whether two images of one place lie on each other, and how much their colours differ.</source>
      <translation>Indique si deux images d'un même lieu se superposent et à quel point leurs couleurs diffèrent.</translation>
    </message>
    <message>
      <source>Gives every pixel of an image a class, such as a kind of land cover.</source>
      <translation>Attribue une classe à chaque pixel d'une image, par exemple un type d'occupation du sol.</translation>
    </message>
    <message>
      <source>Of polygons that overlap, keeps the one with the highest score.</source>
      <translation>Parmi les polygones qui se recouvrent, garde celui qui a le score le plus élevé.</translation>
    </message>
    <message>
      <source>&lt;p&gt;A detection is right when the reference of its class that it overlaps most reaches the overlap asked for (IoU); each reference counts once, for the detection with the highest score. The result holds every detection as right (TP) or wrong (FP) and every reference that was missed (FN). The summary gives precision, recall, F1, average precision (area under the precision-recall curve, and the 11-point rule of older benchmarks) and the curve.&lt;/p&gt;&lt;p&gt;References must be complete where there are detections: what nobody has drawn counts as wrong.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Une détection est juste quand la référence de sa classe qu'elle recouvre le plus atteint le recouvrement demandé (IoU) ; chaque référence compte une fois, pour la détection au score le plus élevé. Le résultat contient chaque détection comme juste (TP) ou fausse (FP) et chaque référence manquée (FN). Le résumé donne la précision, le rappel, F1, la précision moyenne (aire sous la courbe précision-rappel, et règle des 11 points d'anciens bancs d'essai) et la courbe.&lt;/p&gt;&lt;p&gt;Les références doivent être complètes là où il y a des détections : ce que personne n'a tracé compte comme faux.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The after image may differ in CRS, extent and resolution: it is warped onto the before image's grid, and the extent that both have is used. The result is a raster with 1 where something changed, 0 where not, and 255 where either image has no data. Optional: the probability of change, and polygons with area and mean probability.&lt;/p&gt;&lt;p&gt;Where the two images do not lie on each other, or differ in colour, &lt;i&gt;Check image pair&lt;/i&gt; says by how much; the button beside the shift measures and enters it.&lt;/p&gt;&lt;p&gt;A model's description (About…) says which kind of change it was trained for.&lt;/p&gt;</source>
      <translation>&lt;p&gt;L'image après peut différer par son SCR, son emprise et sa résolution : elle est rééchantillonnée sur la grille de l'image avant, et l'emprise commune aux deux est utilisée. Le résultat est un raster qui vaut 1 là où quelque chose a changé, 0 là où rien n'a changé, et 255 là où l'une des images n'a pas de données. En option : la probabilité de changement, et des polygones avec leur surface et leur probabilité moyenne.&lt;/p&gt;&lt;p&gt;Si les deux images ne se superposent pas ou diffèrent par leurs couleurs, &lt;i&gt;Vérifier une paire d'images&lt;/i&gt; indique de combien ; le bouton à côté du décalage le mesure et l'inscrit.&lt;/p&gt;&lt;p&gt;La fiche d'un modèle (À propos…) indique pour quel type de changement il a été entraîné.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Takes the probability raster that &lt;i&gt;Detect change&lt;/i&gt; writes. No model runs, so it takes a moment where a run takes minutes. With the same settings the polygons are exactly those of the run.&lt;/p&gt;&lt;p&gt;Pixels above the threshold are changed; closing joins pieces, opening removes specks; polygons smaller than the smallest one are left out. Nodata stays nodata and never counts as change.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Utilise le raster de probabilité qu'écrit &lt;i&gt;Détecter les changements&lt;/i&gt;. Aucun modèle n'est exécuté : un instant suffit là où un calcul prend des minutes. Avec les mêmes réglages, les polygones sont exactement ceux du calcul.&lt;/p&gt;&lt;p&gt;Les pixels au-dessus du seuil ont changé ; la fermeture relie des morceaux, l'ouverture enlève des points isolés ; les polygones trop petits sont écartés. Les pixels sans données le restent et ne comptent jamais comme un changement.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The images are compared in the order of the list, which must be that of time: the first with the second, the second with the third, and so on. All results lie on the first image's grid.&lt;/p&gt;&lt;p&gt;The first-change raster holds 0 where nothing changed, 1 where the first pair changed, 2 where it was the second pair and not the first, and so on; 255 where no pair has data. The folder gets the change raster, the probability raster and the polygons of each pair, named after the two dates.&lt;/p&gt;&lt;p&gt;A failed or cancelled run leaves nothing.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Les images sont comparées dans l'ordre de la liste, qui doit être celui du temps : la première à la deuxième, la deuxième à la troisième, et ainsi de suite. Tous les résultats sont sur la grille de la première image.&lt;/p&gt;&lt;p&gt;Le raster du premier changement vaut 0 là où rien n'a changé, 1 là où la première paire diffère, 2 là où c'est la deuxième paire et non la première, et ainsi de suite ; 255 là où aucune paire n'a de données. Le dossier reçoit le raster de changement, le raster de probabilité et les polygones de chaque paire, nommés d'après les deux dates.&lt;/p&gt;&lt;p&gt;Un calcul échoué ou annulé ne laisse rien.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Runs a tiny network by every runtime on every device and compares its numbers with known ones. The report is what a ticket about the engine needs. Where the engine would not run the tool fails, after it has written the report; from qgis_process its exit code is then 1.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Calcule un réseau minuscule avec chaque moteur d'exécution sur chaque appareil et compare ses valeurs à des valeurs connues. Le rapport contient ce qu'il faut pour signaler un problème du moteur. Si le moteur ne fonctionne pas, l'outil échoue après avoir écrit le rapport ; avec qgis_process, le code de retour est alors 1.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The image is cut into square cells of the model's tile size; the result is a polygon per cell with the best and the second-best class and their scores (0 to 1). With a polygon layer, its features are classified instead and keep their attributes.&lt;/p&gt;&lt;p&gt;A model knows imagery like that it was trained on: look at its description (About…).&lt;/p&gt;</source>
      <translation>&lt;p&gt;L'image est découpée en cellules carrées de la taille de tuile du modèle ; le résultat est un polygone par cellule avec la meilleure classe, la deuxième et leurs scores (0 à 1). Avec une couche de polygones, ce sont ses entités qui sont classées, et elles gardent leurs attributs.&lt;/p&gt;&lt;p&gt;Un modèle connaît des images semblables à celles de son entraînement : consulter sa fiche (À propos…).&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The result is a polygon for each object, with class, score (0 to 1), the direction of its long side (degrees clockwise from grid north, 0 to 180), length and width in metres on the ground, and area (in pixels where the image has no place on the ground). An object that lies across tiles is found once and whole.&lt;/p&gt;&lt;p&gt;A model finds objects of the size in pixels that it was trained on: where the pixels of your image are larger or smaller on the ground than its description says, set the scales, or the ground resolution that the model sees.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le résultat est un polygone par objet, avec la classe, le score (0 à 1), la direction de son grand côté (degrés dans le sens horaire depuis le nord de la grille, 0 à 180), la longueur et la largeur en mètres au sol, et la surface (en pixels lorsque l'image n'a pas de place au sol). Un objet à cheval sur plusieurs tuiles est trouvé une seule fois, en entier.&lt;/p&gt;&lt;p&gt;Un modèle trouve des objets de la taille en pixels sur laquelle il a été entraîné : si les pixels de votre image sont plus grands ou plus petits au sol que ne le dit sa description, indiquez des échelles, ou la résolution au sol que voit le modèle.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Network, variant, task and number of classes are read from the file. What no file says, the names of the classes and the ground resolution, comes from the data set it was trained on. The model is then in the list of its tool.&lt;/p&gt;&lt;p&gt;ONNX files of other tools: segmentation, and YOLO detection with upright boxes (v5 to v9, Ultralytics) or turned ones (Ultralytics obb), with metadata as Deepness reads or Ultralytics writes them. Class names, ground resolution, tile size, standardisation and thresholds come from there. Of a file without them you say what it gives, its classes and the rest yourself; LWGANet's own window for importing models reads the file first and offers what fits.&lt;/p&gt;&lt;p&gt;No code in the file is run. What is none of these is refused, and a model that does not give what its file gives is not kept.&lt;/p&gt;&lt;p&gt;Published weights have a licence, most for non-commercial use: it is shown whenever the model runs.&lt;/p&gt;&lt;p&gt;ONNX files need nothing but the engine. For checkpoints its Python has to have the packages torch and safetensors as well.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le réseau, la variante, la tâche et le nombre de classes sont lus dans le fichier. Ce qu'aucun fichier n'indique, les noms des classes et la résolution au sol, vient du jeu de données d'entraînement. Le modèle figure ensuite dans la liste de son outil.&lt;/p&gt;&lt;p&gt;Fichiers ONNX d'autres outils : segmentation, et détection YOLO avec des rectangles droits (v5 à v9, Ultralytics) ou orientés (Ultralytics obb), avec des métadonnées telles que Deepness les lit ou qu'Ultralytics les écrit. Les noms des classes, la résolution au sol, la taille des tuiles, la standardisation et les seuils en proviennent. Pour un fichier sans métadonnées, on indique soi-même ce qu'il donne, ses classes et le reste ; la fenêtre d'importation de modèles de LWGANet lit d'abord le fichier et propose ce qui convient.&lt;/p&gt;&lt;p&gt;Aucun code du fichier n'est exécuté. Ce qui n'est rien de tout cela est refusé, et un modèle qui ne donne pas ce que donne son fichier n'est pas conservé.&lt;/p&gt;&lt;p&gt;Les poids publiés ont une licence, le plus souvent pour un usage non commercial : elle est affichée à chaque exécution du modèle.&lt;/p&gt;&lt;p&gt;Les fichiers ONNX n'ont besoin que du moteur. Pour les checkpoints, son Python doit avoir en plus les paquets torch et safetensors.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads packages whose checksums are known, tests them with a tiny network, and uses them from then on. Nothing is added to QGIS's own Python. Where it fails, what worked before still works.&lt;/p&gt;&lt;p&gt;Kinds: for the processor (the right one to begin with), for NVIDIA cards with a recent driver, for any card on Windows (DirectML), and for training, which adds PyTorch. Without a network: name a folder of wheels, made by the window Engine on another computer.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Télécharge des paquets dont les sommes de contrôle sont connues, les teste avec un réseau minuscule et les utilise ensuite. Rien n'est ajouté au Python de QGIS. En cas d'échec, ce qui fonctionnait fonctionne toujours.&lt;/p&gt;&lt;p&gt;Types : pour le processeur (le bon pour commencer), pour les cartes NVIDIA avec un pilote récent, pour toute carte sous Windows (DirectML), et pour l'entraînement, avec PyTorch en plus. Sans connexion : indiquer un dossier de wheels, créé par la fenêtre Moteur sur un autre ordinateur.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The shift is estimated to a fraction of a pixel by phase correlation on up to nine windows, which change on the ground does not disturb. Enter it in &lt;i&gt;Detect change&lt;/i&gt; as the shift of the later image, and that compares the images as they belong. Where the images have too little in common, or their parts disagree, the report says that the estimate is not reliable.&lt;/p&gt;&lt;p&gt;Also told: the share of the extent where both images hold data, the size of a pixel on the ground, and how much the values of the two images differ before and after matching. No model is needed.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le décalage est estimé à une fraction de pixel par corrélation de phase sur neuf fenêtres au plus, ce que les changements au sol ne perturbent pas. Inscrit dans &lt;i&gt;Détecter les changements&lt;/i&gt; comme décalage de l'image postérieure, il fait comparer les images telles qu'elles se correspondent. Si les images ont trop peu en commun, ou si leurs parties se contredisent, le rapport indique que l'estimation n'est pas fiable.&lt;/p&gt;&lt;p&gt;Sont aussi indiqués : la part de l'emprise où les deux images ont des données, la taille d'un pixel au sol, et l'écart entre les valeurs des deux images avant et après l'harmonisation. Aucun modèle n'est nécessaire.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;The result is a raster of class numbers on the input's own grid, 255 where the input has no data. Optional: the score of the winning class (0 to 1), and polygons with class, area and mean score.&lt;/p&gt;&lt;p&gt;A model knows imagery like that it was trained on: look at the ground resolution and the place named in its description (About…) before trusting it elsewhere.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le résultat est un raster de numéros de classe sur la grille de l'entrée, 255 là où l'entrée n'a pas de données. En option : le score de la classe retenue (0 à 1), et des polygones avec leur classe, leur surface et leur score moyen.&lt;/p&gt;&lt;p&gt;Un modèle connaît des images semblables à celles de son entraînement : consulter la résolution au sol et le lieu indiqués dans sa fiche (À propos…) avant de s'y fier ailleurs.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>&lt;p&gt;For detections of several runs, models or dates in one layer. Overlap is the area that two polygons share, divided by the area that they cover together (IoU); it is exact for polygons of any form, rotated ones too. With a class field, only polygons of one class are compared.&lt;/p&gt;</source>
      <translation>&lt;p&gt;Pour les détections de plusieurs calculs, modèles ou dates dans une même couche. Le recouvrement est la surface commune à deux polygones, divisée par celle qu'ils couvrent ensemble (IoU) ; il est exact pour des polygones de toute forme, y compris orientés. Avec un champ de classe, seuls les polygones d'une même classe sont comparés.&lt;/p&gt;</translation>
    </message>
    <message>
      <source>The run was cancelled.</source>
      <translation>Le calcul a été annulé.</translation>
    </message>
    <message>
      <source>{} cannot be written: {}</source>
      <translation>Impossible d'écrire {} : {}</translation>
    </message>
    <message>
      <source>{} is no file that the engine can open; it is copied first.</source>
      <translation>{} n'est pas un fichier que le moteur peut ouvrir ; une copie en est d'abord faite.</translation>
    </message>
    <message>
      <source>MASK has no polygons (or none is selected); draw some, or leave it out.</source>
      <translation>MASK n'a pas de polygones (ou aucun n'est sélectionné) ; en dessiner, ou l'omettre.</translation>
    </message>
    <message>
      <source>{} (the model's own)</source>
      <translation>{} (celui du modèle)</translation>
    </message>
    <message>
      <source>Field with the score</source>
      <translation>Champ du score</translation>
    </message>
    <message>
      <source>Field with the class</source>
      <translation>Champ de la classe</translation>
    </message>
    <message>
      <source>Only polygons of one class are compared with each other; empty: all with all.</source>
      <translation>Seuls les polygones d'une même classe sont comparés entre eux ; vide : tous avec tous.</translation>
    </message>
    <message>
      <source>{} is '{}', which {} does not have. It has: {}.</source>
      <translation>{} vaut '{}', que {} n'a pas. Disponibles : {}.</translation>
    </message>
    <message>
      <source>Polygon {} of {} has no number in '{}'.</source>
      <translation>Le polygone {} de {} n'a pas de nombre dans '{}'.</translation>
    </message>
    <message>
      <source>Image before</source>
      <translation>Image avant</translation>
    </message>
    <message>
      <source>The earlier image; results lie on its grid.</source>
      <translation>L'image la plus ancienne ; les résultats sont sur sa grille.</translation>
    </message>
    <message>
      <source>Image after</source>
      <translation>Image après</translation>
    </message>
    <message>
      <source>The later image.</source>
      <translation>L'image la plus récente.</translation>
    </message>
    <message>
      <source>Threshold (0 to 1)</source>
      <translation>Seuil (0 à 1)</translation>
    </message>
    <message>
      <source>Smallest probability that counts as change; empty: the model's own.</source>
      <translation>Plus petite probabilité qui compte comme un changement ; vide : celle du modèle.</translation>
    </message>
    <message>
      <source>Shift of the later image (east,north)</source>
      <translation>Décalage de l'image récente (est,nord)</translation>
    </message>
    <message>
      <source>How far the later image is moved before the two are compared, in map units of the earlier one (pixels, where it has no georeference), e.g. 3.5,-2. Check image pair tells it.</source>
      <translation>De combien l'image récente est déplacée avant la comparaison, en unités de carte de l'image ancienne (en pixels si elle n'est pas géoréférencée), p. ex. 3.5,-2. « Vérifier une paire d'images » l'indique.</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>Probability of change</source>
      <translation>Probabilité de changement</translation>
    </message>
    <message>
      <source>Change polygons</source>
      <translation>Polygones de changement</translation>
    </message>
    <message>
      <source>Raster of probabilities from 0 to 1, as Detect change writes it.</source>
      <translation>Raster de probabilités de 0 à 1, tel que « Détecter les changements » l'écrit.</translation>
    </message>
    <message>
      <source>Pixels with a higher probability are changed.</source>
      <translation>Les pixels de probabilité supérieure ont changé.</translation>
    </message>
    <message>
      <source>Number of polygons</source>
      <translation>Nombre de polygones</translation>
    </message>
    <message>
      <source>Area of the polygons (m², or pixels without a CRS)</source>
      <translation>Surface des polygones (m², ou pixels sans SCR)</translation>
    </message>
    <message>
      <source>Area with data (m², or pixels without a CRS)</source>
      <translation>Surface avec données (m², ou pixels sans SCR)</translation>
    </message>
    <message>
      <source>Pixels with data</source>
      <translation>Pixels avec données</translation>
    </message>
    <message>
      <source>Pixels in 64 steps of probability from 0 to 1</source>
      <translation>Pixels en 64 paliers de probabilité de 0 à 1</translation>
    </message>
    <message>
      <source>Images, in order of time</source>
      <translation>Images, dans l'ordre du temps</translation>
    </message>
    <message>
      <source>Two or more; results lie on the first one's grid.</source>
      <translation>Deux ou plus ; les résultats sont sur la grille de la première.</translation>
    </message>
    <message>
      <source>Names of the images</source>
      <translation>Noms des images</translation>
    </message>
    <message>
      <source>One for each, with commas between them, e.g. their dates; empty: the layers' names.</source>
      <translation>Un par image, séparés par des virgules, p. ex. leurs dates ; vide : les noms des couches.</translation>
    </message>
    <message>
      <source>the layers' names</source>
      <translation>les noms des couches</translation>
    </message>
    <message>
      <source>Folder of all pairs</source>
      <translation>Dossier de toutes les paires</translation>
    </message>
    <message>
      <source>Gets the change raster, the probability raster and the polygons of each pair.</source>
      <translation>Reçoit le raster de changement, le raster de probabilité et les polygones de chaque paire.</translation>
    </message>
    <message>
      <source>First change</source>
      <translation>Premier changement</translation>
    </message>
    <message>
      <source>LAYERS names {} raster layers that can be read; give two or more.</source>
      <translation>LAYERS désigne {} couches raster lisibles ; en donner deux ou plus.</translation>
    </message>
    <message>
      <source>LAYERS names a layer that is no raster, or fewer than two.</source>
      <translation>LAYERS désigne une couche qui n'est pas un raster, ou moins de deux couches.</translation>
    </message>
    <message>
      <source>Image {}</source>
      <translation>Image {}</translation>
    </message>
    <message>
      <source>{} and {}:</source>
      <translation>{} et {} :</translation>
    </message>
    <message>
      <source>Report as JSON</source>
      <translation>Rapport en JSON</translation>
    </message>
    <message>
      <source>JSON files</source>
      <translation>Fichiers JSON</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Raster layer to classify.</source>
      <translation>Couche raster à classer.</translation>
    </message>
    <message>
      <source>Polygons to classify</source>
      <translation>Polygones à classer</translation>
    </message>
    <message>
      <source>Classify these polygons instead of grid cells.</source>
      <translation>Classe ces polygones au lieu des cellules d'une grille.</translation>
    </message>
    <message>
      <source>Smallest score (0 to 1)</source>
      <translation>Score minimal (0 à 1)</translation>
    </message>
    <message>
      <source>Cells whose best class scores less are left out.</source>
      <translation>Les cellules dont la meilleure classe a un score inférieur sont écartées.</translation>
    </message>
    <message>
      <source>Scenes</source>
      <translation>Scènes</translation>
    </message>
    <message>
      <source>{} holds no polygon; choose another layer, or leave it empty to classify grid cells.</source>
      <translation>{} ne contient aucun polygone ; choisir une autre couche, ou laisser vide pour classer les cellules d'une grille.</translation>
    </message>
    <message>
      <source>{} polygons got no class: outside the image, without data, or below the threshold.</source>
      <translation>{} polygones n'ont pas reçu de classe : hors de l'image, sans données ou sous le seuil.</translation>
    </message>
    <message>
      <source>Raster layer to search.</source>
      <translation>Couche raster où chercher.</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>Names or numbers of the classes to look for, with commas between them; empty: all that the model knows.</source>
      <translation>Noms ou numéros des classes à chercher, séparés par des virgules ; vide : toutes celles que le modèle connaît.</translation>
    </message>
    <message>
      <source>All that the model knows</source>
      <translation>Toutes celles que le modèle connaît</translation>
    </message>
    <message>
      <source>Objects that score less are left out; empty: the model's own.</source>
      <translation>Les objets de score inférieur sont écartés ; vide : la valeur du modèle.</translation>
    </message>
    <message>
      <source>Boxes of a class that share more of their union than this are one object; empty: the model's own.</source>
      <translation>Les rectangles d'une classe qui partagent plus que cette part de leur union sont un seul objet ; vide : la valeur du modèle.</translation>
    </message>
    <message>
      <source>Scales</source>
      <translation>Échelles</translation>
    </message>
    <message>
      <source>Sizes at which to look at the image, relative to its pixels, e.g. 0.5,1: objects of all sizes are then merged. Empty: 1.</source>
      <translation>Tailles auxquelles l'image est examinée, par rapport à ses pixels, p. ex. 0.5,1 : les objets de toutes les tailles sont alors réunis. Vide : 1.</translation>
    </message>
    <message>
      <source>Cut boxes at the edge of the image</source>
      <translation>Couper les cadres au bord de l'image</translation>
    </message>
    <message>
      <source>What a box shows beyond the image is a guess. A box that is cut is no rectangle any more: its area is that of what is left, its direction, length and width are those of the whole box.</source>
      <translation>Ce qu'un cadre montre au-delà de l'image est deviné. Un cadre coupé n'est plus un rectangle : sa surface est celle de ce qui reste ; sa direction, sa longueur et sa largeur sont celles du cadre entier.</translation>
    </message>
    <message>
      <source>Objects</source>
      <translation>Objets</translation>
    </message>
    <message>
      <source>Points in the middle of objects</source>
      <translation>Points au milieu des objets</translation>
    </message>
    <message>
      <source>Boxes as DOTA text (pixels)</source>
      <translation>Rectangles en texte DOTA (pixels)</translation>
    </message>
    <message>
      <source>Text files</source>
      <translation>Fichiers texte</translation>
    </message>
    <message>
      <source>No object scores as high as the threshold: the result is an empty layer.</source>
      <translation>Aucun objet n'atteint le seuil : le résultat est une couche vide.</translation>
    </message>
    <message>
      <source>Checkpoints</source>
      <translation>Checkpoints</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <source>As the file says</source>
      <translation>Comme le dit le fichier</translation>
    </message>
    <message>
      <source>Ground metres of a pixel</source>
      <translation>Mètres au sol par pixel</translation>
    </message>
    <message>
      <source>File as it was downloaded: .pth, .pt, .ckpt, .tar, .safetensors or .onnx.</source>
      <translation>Fichier tel qu'il a été téléchargé : .pth, .pt, .ckpt, .tar, .safetensors ou .onnx.</translation>
    </message>
    <message>
      <source>Of the imagery that it was trained on. Empty: as the file or the data set has it.</source>
      <translation>De l'imagerie d'entraînement. Vide : ce qu'indique le fichier ou le jeu de données.</translation>
    </message>
    <message>
      <source>Empty: your models folder, whose models the tools list.</source>
      <translation>Vide : le dossier de modèles personnel, dont les outils listent les modèles.</translation>
    </message>
    <message>
      <source>Checkpoint</source>
      <translation>Checkpoint</translation>
    </message>
    <message>
      <source>Data set</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <source>What it was trained on. auto: told by what the file says, or by its number of classes; you are asked where several fit.</source>
      <translation>Ce sur quoi il a été entraîné. auto : d'après le fichier, ou d'après son nombre de classes ; une question est posée si plusieurs conviennent.</translation>
    </message>
    <message>
      <source>For data of your own: names of the classes in the checkpoint's order, with commas between them.</source>
      <translation>Pour des données personnelles : noms des classes dans l'ordre du checkpoint, séparés par des virgules.</translation>
    </message>
    <message>
      <source>Name of the model</source>
      <translation>Nom du modèle</translation>
    </message>
    <message>
      <source>Empty: made of network and data set; an ONNX file's name.</source>
      <translation>Vide : formé du réseau et du jeu de données ; pour un fichier ONNX, son nom.</translation>
    </message>
    <message>
      <source>Licence of the weights</source>
      <translation>Licence des poids</translation>
    </message>
    <message>
      <source>Empty: that of the network's authors, or what an ONNX file says.</source>
      <translation>Vide : celle des auteurs du réseau, ou ce qu'indique un fichier ONNX.</translation>
    </message>
    <message>
      <source>Folder for the model</source>
      <translation>Dossier pour le modèle</translation>
    </message>
    <message>
      <source>Id of the model</source>
      <translation>Identifiant du modèle</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Dossier du modèle</translation>
    </message>
    <message>
      <source>CHECKPOINT is {}, which is no file.</source>
      <translation>CHECKPOINT vaut {}, qui n'est pas un fichier.</translation>
    </message>
    <message>
      <source>DATASET is '{}'; write one of {}.</source>
      <translation>DATASET vaut '{}' ; écrire l'un de {}.</translation>
    </message>
    <message>
      <source>GSD is {:g}; give metres above 0, or leave it out.</source>
      <translation>GSD vaut {:g} ; donner une valeur en mètres supérieure à 0, ou l'omettre.</translation>
    </message>
    <message>
      <source>NAME is '{}', which a model is called already; choose another name.</source>
      <translation>NAME vaut '{}', nom que porte déjà un modèle ; choisir un autre nom.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>The tools list the models of {} only.</source>
      <translation>Les outils ne listent que les modèles de {}.</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Type</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>Dossier de wheels</translation>
    </message>
    <message>
      <source>Empty: the packages are downloaded.</source>
      <translation>Vide : les paquets sont téléchargés.</translation>
    </message>
    <message>
      <source>Python of the engine</source>
      <translation>Python du moteur</translation>
    </message>
    <message>
      <source>Folder of the environment</source>
      <translation>Dossier de l'environnement</translation>
    </message>
    <message>
      <source>KIND is '{}'; here it may be one of {}.</source>
      <translation>KIND vaut « {} » ; ici, valeurs possibles : {}.</translation>
    </message>
    <message>
      <source>WHEELS is {}, which is no folder.</source>
      <translation>WHEELS vaut {}, qui n'est pas un dossier.</translation>
    </message>
    <message>
      <source>{} More: {}</source>
      <translation>{} En savoir plus : {}</translation>
    </message>
    <message>
      <source>The engine is ready: {} ({}).</source>
      <translation>Le moteur est prêt : {} ({}).</translation>
    </message>
    <message>
      <source>LAYERS names {} twice; give each date once.</source>
      <translation>LAYERS désigne {} deux fois ; donner chaque date une seule fois.</translation>
    </message>
    <message>
      <source>NAMES has {} names for {} layers; give one for each, with commas between.</source>
      <translation>NAMES a {} noms pour {} couches ; en donner un pour chacune, séparés par des virgules.</translation>
    </message>
    <message>
      <source>{} cannot be written to {}; is the disk full, or does its format not take such features?</source>
      <translation>{} ne peut pas être écrit dans {} ; le disque est-il plein, ou le format n'accepte-t-il pas de telles entités ?</translation>
    </message>
    <message>
      <source>The earlier image; shifts are in its map units.</source>
      <translation>L'image la plus ancienne ; les décalages sont dans ses unités de carte.</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <source>Band numbers to look at, e.g. 3,2,1. Empty: red, green and blue, or what both have.</source>
      <translation>Numéros des bandes à comparer, p. ex. 3,2,1. Vide : rouge, vert et bleu, ou ce que les deux ont.</translation>
    </message>
    <message>
      <source>Shift to the east (map units)</source>
      <translation>Décalage vers l'est (unités de carte)</translation>
    </message>
    <message>
      <source>Shift to the north (map units)</source>
      <translation>Décalage vers le nord (unités de carte)</translation>
    </message>
    <message>
      <source>Shift (pixels)</source>
      <translation>Décalage (pixels)</translation>
    </message>
    <message>
      <source>Shift (m)</source>
      <translation>Décalage (m)</translation>
    </message>
    <message>
      <source>Overlap (0 to 1)</source>
      <translation>Recouvrement (0 à 1)</translation>
    </message>
    <message>
      <source>Difference of the values (0 to 1)</source>
      <translation>Écart des valeurs (0 à 1)</translation>
    </message>
    <message>
      <source>All figures, as JSON</source>
      <translation>Tous les chiffres, en JSON</translation>
    </message>
    <message>
      <source>BANDS names band {}; the last one of {} is {}.</source>
      <translation>BANDS nomme la bande {} ; la dernière de {} est {}.</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rouge</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <source>Near infrared</source>
      <translation>Proche infrarouge</translation>
    </message>
    <message>
      <source>BANDS is '{}'; write band numbers with commas between them, e.g. 3,2,1.</source>
      <translation>BANDS vaut '{}' ; écrire des numéros de bandes séparés par des virgules, p. ex. 3,2,1.</translation>
    </message>
    <message>
      <source>BANDS is '{}'; bands count from 1.</source>
      <translation>BANDS vaut '{}' ; les bandes se comptent à partir de 1.</translation>
    </message>
    <message>
      <source>CLASSES names '{}', which model '{}' does not know. It knows: {}.</source>
      <translation>CLASSES désigne '{}', que le modèle '{}' ne connaît pas. Il connaît : {}.</translation>
    </message>
    <message>
      <source>SCALES is '{}'; write numbers from {:g} to {:g} with commas between them, e.g. 0.5,1.</source>
      <translation>SCALES vaut '{}' ; écrire des nombres de {:g} à {:g} séparés par des virgules, p. ex. 0.5,1.</translation>
    </message>
    <message>
      <source>SHIFT is '{}'; write two numbers, east and north in map units, e.g. 3.5,-2.</source>
      <translation>SHIFT vaut '{}' ; écrire deux nombres, est et nord en unités de carte, p. ex. 3.5,-2.</translation>
    </message>
    <message>
      <source>IOU is {}; give a value above 0, at most 1.</source>
      <translation>IOU vaut {} ; donner une valeur supérieure à 0, au plus 1.</translation>
    </message>
    <message>
      <source>{} needs these bands: {} ({}).</source>
      <translation>{} a besoin de ces bandes : {} ({}).</translation>
    </message>
    <message>
      <source>{} BANDS names another number: {}.</source>
      <translation>{} BANDS en nomme un autre nombre : {}.</translation>
    </message>
    <message>
      <source>{} The number in {} is {}. Choose another raster, or name bands in BANDS.</source>
      <translation>{} Leur nombre dans {} est {}. Choisir un autre raster, ou nommer des bandes dans BANDS.</translation>
    </message>
    <message>
      <source>EXTENT names the CRS {}, which QGIS does not know.</source>
      <translation>EXTENT indique le SCR {}, que QGIS ne connaît pas.</translation>
    </message>
    <message>
      <source>EXTENT cannot be brought from {} to the CRS of {}, {}.</source>
      <translation>EXTENT ne peut pas être convertie de {} vers le SCR de {}, {}.</translation>
    </message>
    <message>
      <source>EXTENT is empty; give xmin,xmax,ymin,ymax of an area, or leave it out for the whole raster.</source>
      <translation>EXTENT est vide ; donner xmin,xmax,ymin,ymax d'une zone, ou l'omettre pour tout le raster.</translation>
    </message>
    <message>
      <source>EXTENT does not touch {}, whose extent is {}.</source>
      <translation>EXTENT ne touche pas {}, dont l'emprise est {}.</translation>
    </message>
    <message>
      <source>TILE_SIZE is {}; give at least {} pixels, or 0 for the model's own.</source>
      <translation>TILE_SIZE vaut {} ; donnez au moins {} pixels, ou 0 pour la taille du modèle.</translation>
    </message>
    <message>
      <source>OVERLAP is {}; it must be smaller than TILE_SIZE ({}).</source>
      <translation>OVERLAP vaut {} ; il doit être inférieur à TILE_SIZE ({}).</translation>
    </message>
    <message>
      <source>DEVICE is '{}'; write auto, cpu, cuda, cuda:N (N counts from 0) or directml.</source>
      <translation>DEVICE vaut « {} » ; indiquer auto, cpu, cuda, cuda:N (N compté à partir de 0) ou directml.</translation>
    </message>
    <message>
      <source>RESOLUTION is '{}'; write image, model, or a number of metres.</source>
      <translation>RESOLUTION vaut « {} » ; écrivez image, model ou un nombre de mètres.</translation>
    </message>
    <message>
      <source>SCALING is '{}'; write one of {}.</source>
      <translation>SCALING vaut '{}' ; écrire l'un de {}.</translation>
    </message>
    <message>
      <source>VIEWS is '{}'; write one of {}.</source>
      <translation>VIEWS vaut « {} » ; écrivez l’une de ces valeurs : {}.</translation>
    </message>
    <message>
      <source>SPREAD needs more than one view: choose VIEWS 2 or 8, or leave it out.</source>
      <translation>SPREAD demande plus d’une vue : choisissez VIEWS 2 ou 8, ou laissez-le vide.</translation>
    </message>
    <message>
      <source> or </source>
      <translation> ou </translation>
    </message>
    <message>
      <source>{} is {}; the name must end with {}.</source>
      <translation>{} vaut {} ; le nom doit se terminer par {}.</translation>
    </message>
    <message>
      <source>{} is {}, which is a folder; add a file name.</source>
      <translation>{} vaut {}, qui est un dossier ; ajouter un nom de fichier.</translation>
    </message>
    <message>
      <source>{} is {}, which is no file; choose another place.</source>
      <translation>{} est {}, qui n'est pas un fichier ; choisissez un autre emplacement.</translation>
    </message>
    <message>
      <source>{} cannot be written: {} is no folder. Make it, or choose another place.</source>
      <translation>Impossible d'écrire {} : {} n'est pas un dossier. Le créer, ou choisir un autre emplacement.</translation>
    </message>
    <message>
      <source>{} cannot be written to {} ({}). Choose another place.</source>
      <translation>Impossible d'écrire {} dans {} ({}). Choisir un autre emplacement.</translation>
    </message>
    <message>
      <source>{} and {} are both {}; give each its own file.</source>
      <translation>{} et {} sont tous deux {} ; donnez à chacun son propre fichier.</translation>
    </message>
    <message>
      <source>{} is {}, which is an input, or a file behind one; choose another file.</source>
      <translation>{} est {}, qui est une entrée, ou un fichier lu par une entrée ; choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>Map: a value for each class, the largest counts</source>
      <translation>Carte : une valeur par classe, la plus grande compte</translation>
    </message>
    <message>
      <source>Map: probabilities of the classes</source>
      <translation>Carte : probabilités des classes</translation>
    </message>
    <message>
      <source>Map: a score for each class by itself</source>
      <translation>Carte : un score par classe, indépendant des autres</translation>
    </message>
    <message>
      <source>Map: probability of one class</source>
      <translation>Carte : probabilité d'une classe</translation>
    </message>
    <message>
      <source>Map: value of one class, above 0 where it is</source>
      <translation>Carte : valeur d'une classe, supérieure à 0 là où elle est</translation>
    </message>
    <message>
      <source>Map: numbers of the classes</source>
      <translation>Carte : numéros des classes</translation>
    </message>
    <message>
      <source>Scenes: a value for each class, the largest counts</source>
      <translation>Scènes : une valeur par classe, la plus grande compte</translation>
    </message>
    <message>
      <source>Scenes: probabilities of the classes</source>
      <translation>Scènes : probabilités des classes</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v5 and v7 write them</source>
      <translation>Rectangles : comme YOLO v5 et v7 les écrivent</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v5 writes them, masks left out</source>
      <translation>Rectangles : comme YOLO v5 les écrit, sans les masques</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v6 writes them</source>
      <translation>Rectangles : comme YOLO v6 les écrit</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v8 and later write them</source>
      <translation>Rectangles : comme YOLO v8 et suivants les écrivent</translation>
    </message>
    <message>
      <source>Boxes: as YOLO v8 and later write them, masks left out</source>
      <translation>Rectangles : comme YOLO v8 et suivants les écrivent, sans les masques</translation>
    </message>
    <message>
      <source>Boxes: turned ones of YOLO (obb)</source>
      <translation>Rectangles : orientés, de YOLO (obb)</translation>
    </message>
    <message>
      <source>Boxes: as RT-DETR writes them</source>
      <translation>Rectangles : comme RT-DETR les écrit</translation>
    </message>
    <message>
      <source>Boxes: listed by the file (sides, score, class)</source>
      <translation>Rectangles : listés par le fichier (côtés, score, classe)</translation>
    </message>
    <message>
      <source>Boxes: turned, listed by the file (obb)</source>
      <translation>Rectangles : orientés, listés par le fichier (obb)</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <source>Models at hand</source>
      <translation>Modèles disponibles</translation>
    </message>
    <message>
      <source>and {} more</source>
      <translation>et {} de plus</translation>
    </message>
    <message>
      <source>{} m; good for {} to {} m</source>
      <translation>{} m ; convient de {} à {} m</translation>
    </message>
    <message>
      <source>Pixel on the ground</source>
      <translation>Pixel au sol</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Précision</translation>
    </message>
    <message>
      <source>{} {} on test data</source>
      <translation>{} {} sur des données de test</translation>
    </message>
    <message>
      <source>not said</source>
      <translation>non indiquée</translation>
    </message>
    <message>
      <source>a whole number from {:g} to {:g}</source>
      <translation>un nombre entier de {:g} à {:g}</translation>
    </message>
    <message>
      <source>a number from {:g} to {:g}</source>
      <translation>un nombre de {:g} à {:g}</translation>
    </message>
    <message>
      <source>{} is {}; give {}.</source>
      <translation>{} vaut {} ; donnez {}.</translation>
    </message>
    <message>
      <source>Id of the model, bundled or from your models folder. At hand: {}.</source>
      <translation>Identifiant du modèle, fourni avec l'extension ou du dossier de modèles personnel. Disponibles : {}.</translation>
    </message>
    <message>
      <source>Bands, in the model's order</source>
      <translation>Bandes, dans l'ordre du modèle</translation>
    </message>
    <message>
      <source>Band numbers in the order the model wants them, e.g. 4,3,2 for red, green, blue of a raster that starts with blue. Empty: by colour interpretation, else the first ones.</source>
      <translation>Numéros des bandes dans l'ordre que veut le modèle, p. ex. 4,3,2 pour le rouge, le vert et le bleu d'un raster qui commence par le bleu. Vide : d'après l'interprétation des couleurs, sinon les premières.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <source>Empty: the whole raster.</source>
      <translation>Vide : tout le raster.</translation>
    </message>
    <message>
      <source>Accept gaps of tile and map services</source>
      <translation>Accepter les lacunes des services</translation>
    </message>
    <message>
      <source>What a service does not deliver, or delivers empty, becomes nodata and is counted in a warning. Otherwise it is tried again, and then an error.</source>
      <translation>Ce qu'un service ne livre pas, ou livre vide, devient nodata et est compté dans un avertissement. Sinon, une nouvelle tentative est faite, puis c'est une erreur.</translation>
    </message>
    <message>
      <source>Only within polygons</source>
      <translation>Seulement dans des polygones</translation>
    </message>
    <message>
      <source>What lies outside these polygons is nodata in all results. Empty: everything is looked at.</source>
      <translation>Ce qui est hors de ces polygones est sans données dans tous les résultats. Vide : tout est examiné.</translation>
    </message>
    <message>
      <source>Match the colours of the later image</source>
      <translation>Harmoniser les couleurs de l'image récente</translation>
    </message>
    <message>
      <source>The values of the later image are brought to those of the earlier one by a gain and an offset per band, found where nothing changed. For images of different light, haze or sensor; a model that was trained on such differences may see more without it.</source>
      <translation>Les valeurs de l'image récente sont ramenées à celles de l'image ancienne par un gain et un décalage par bande, estimés là où rien n'a changé. Pour des images de lumière, de brume ou de capteur différents ; un modèle entraîné sur de telles différences peut voir davantage sans cela.</translation>
    </message>
    <message>
      <source>Radius of the disc in pixels, at most 50; 0: not at all.</source>
      <translation>Rayon du disque en pixels, 50 au plus ; 0 : pas du tout.</translation>
    </message>
    <message>
      <source>Closing (pixels)</source>
      <translation>Fermeture (pixels)</translation>
    </message>
    <message>
      <source>Joins changed pieces that lie near each other, and fills gaps.</source>
      <translation>Relie les morceaux modifiés proches les uns des autres et comble les trous.</translation>
    </message>
    <message>
      <source>Opening (pixels)</source>
      <translation>Ouverture (pixels)</translation>
    </message>
    <message>
      <source>After closing: removes specks and threads of change.</source>
      <translation>Après la fermeture : enlève les points isolés et les filaments de changement.</translation>
    </message>
    <message>
      <source>Simplification</source>
      <translation>Simplification</translation>
    </message>
    <message>
      <source>Outlines of polygons may leave the pixels' edges by so many metres (pixels where the raster has no CRS). Their area stays that of the pixels.</source>
      <translation>Les contours des polygones peuvent s'écarter d'autant de mètres (de pixels si le raster n'a pas de SCR) des bords des pixels. Leur surface reste celle des pixels.</translation>
    </message>
    <message>
      <source>As the model wants it</source>
      <translation>Comme le modèle le demande</translation>
    </message>
    <message>
      <source>Values as they are</source>
      <translation>Valeurs telles quelles</translation>
    </message>
    <message>
      <source>2nd to 98th percentile of the extent</source>
      <translation>Du 2e au 98e centile de l'emprise</translation>
    </message>
    <message>
      <source>Smallest to largest value of the extent</source>
      <translation>De la plus petite à la plus grande valeur de l'emprise</translation>
    </message>
    <message>
      <source>2nd to 98th percentile of the whole raster</source>
      <translation>Du 2e au 98e centile du raster entier</translation>
    </message>
    <message>
      <source>Smallest to largest value of the whole raster</source>
      <translation>De la plus petite à la plus grande valeur du raster entier</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance × 10,000</source>
      <translation>Réflectance de Sentinel-2 × 10 000</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance × 10,000 + 1000 (since 2022)</source>
      <translation>Réflectance de Sentinel-2 × 10 000 + 1000 (depuis 2022)</translation>
    </message>
    <message>
      <source>Sentinel-2 true colour, 8 bits</source>
      <translation>Couleurs vraies de Sentinel-2, 8 bits</translation>
    </message>
    <message>
      <source>1: as it is</source>
      <translation>1 : telle quelle</translation>
    </message>
    <message>
      <source>2: mirrored too</source>
      <translation>2 : aussi en miroir</translation>
    </message>
    <message>
      <source>8: turned by quarters too</source>
      <translation>8 : aussi tournée par quarts</translation>
    </message>
    <message>
      <source>Ground resolution that the model sees</source>
      <translation>Résolution au sol vue par le modèle</translation>
    </message>
    <message>
      <source>The image's pixels as they are</source>
      <translation>Les pixels de l'image tels quels</translation>
    </message>
    <message>
      <source>What the model was trained at</source>
      <translation>Celle de l'entraînement du modèle</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Scaling of values</source>
      <translation>Mise à l'échelle des valeurs</translation>
    </message>
    <message>
      <source>auto: as the model wants it; none: values as they are; percentile: 2nd to 98th percentile of each band in the extent; minmax: smallest to largest value of each band in the extent; percentile_raster and minmax_raster: those of the whole raster, so that results do not depend on the extent; sentinel2, sentinel2_offset and sentinel2_8bit: Sentinel-2 reflectance times 10,000, the same with 1000 added (products since 2022), and 8-bit true colour.</source>
      <translation>auto : comme le modèle le demande ; none : valeurs telles quelles ; percentile : du 2e au 98e centile de chaque bande dans l’emprise ; minmax : de la plus petite à la plus grande valeur de chaque bande dans l’emprise ; percentile_raster et minmax_raster : ceux du raster entier, de sorte que les résultats ne dépendent pas de l’emprise ; sentinel2, sentinel2_offset et sentinel2_8bit : réflectance de Sentinel-2 fois 10 000, la même plus 1000 (produits depuis 2022), et couleurs vraies sur 8 bits.</translation>
    </message>
    <message>
      <source>image: the raster's pixels as they are; model: those that the model was trained at; or a number of metres. Results lie on the raster's pixels in any case. Up to 8 times finer or coarser.</source>
      <translation>image : les pixels du raster tels quels ; model : ceux de l’entraînement du modèle ; ou un nombre de mètres. Les résultats reposent dans tous les cas sur les pixels du raster. Jusqu’à 8 fois plus fin ou plus grossier.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Taille des tuiles (pixels)</translation>
    </message>
    <message>
      <source>Side of the squares that are computed at once. 0: the model's own.</source>
      <translation>Côté des carrés calculés d'un seul coup. 0 : celui du modèle.</translation>
    </message>
    <message>
      <source>Overlap of tiles (pixels)</source>
      <translation>Recouvrement des tuiles (pixels)</translation>
    </message>
    <message>
      <source>Neighbouring tiles are blended over it. -1: the model's own.</source>
      <translation>Les tuiles voisines y sont fondues l'une dans l'autre. -1 : celui du modèle.</translation>
    </message>
    <message>
      <source>Tiles per step</source>
      <translation>Tuiles par étape</translation>
    </message>
    <message>
      <source>More needs more memory. 0: as many as are good here.</source>
      <translation>Davantage demande plus de mémoire. 0 : autant qu'il convient ici.</translation>
    </message>
    <message>
      <source>auto, cpu, cuda, cuda:N or directml.</source>
      <translation>auto, cpu, cuda, cuda:N ou directml.</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Vues</translation>
    </message>
    <message>
      <source>In how many orientations each tile is looked at: 1, as it is; 2, mirrored too; 8, turned by quarters too. The answers are averaged: somewhat better results in 2 or 8 times the time.</source>
      <translation>Dans combien d’orientations chaque tuile est regardée : 1, telle quelle ; 2, en miroir aussi ; 8, tournée par quarts aussi. Les réponses sont moyennées : des résultats un peu meilleurs en 2 ou 8 fois le temps.</translation>
    </message>
    <message>
      <source>Smallest polygon</source>
      <translation>Plus petit polygone</translation>
    </message>
    <message>
      <source>Smaller polygons are left out. In square metres; in pixels where the raster has no CRS.</source>
      <translation>Les polygones plus petits sont écartés. En mètres carrés ; en pixels si le raster n'a pas de SCR.</translation>
    </message>
    <message>
      <source>Overlap (IoU, 0 to 1)</source>
      <translation>Recouvrement (IoU, 0 à 1)</translation>
    </message>
    <message>
      <source>Unfamiliar</source>
      <translation>Inconnu du modèle</translation>
    </message>
    <message>
      <source>A raster of one cell a tile that says how unlike the model's training it is: from 100 on, what the model says there is a guess.</source>
      <translation>Un raster d’une cellule par tuile qui dit combien elle diffère de l’entraînement du modèle : à partir de 100, ce que le modèle y dit est une supposition.</translation>
    </message>
    <message>
      <source>Spread over views</source>
      <translation>Dispersion entre les vues</translation>
    </message>
    <message>
      <source>How much the views differ in the score of what won (a standard deviation, 0 to 0.5); needs 2 or 8 views.</source>
      <translation>Combien les vues diffèrent sur le score de ce qui l’emporte (un écart type, de 0 à 0,5) ; demande 2 ou 8 vues.</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>Résumé</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>Fichiers HTML</translation>
    </message>
    <message>
      <source>What an ONNX file gives</source>
      <translation>Ce que donne un fichier ONNX</translation>
    </message>
    <message>
      <source>For a file that does not say it; without this you are told what fits. auto: as the file says. map_…: of each pixel a value for each class (logits, probabilities that add up to 1, or independent of each other), or one channel (a probability, its logit, or the numbers of the classes). scene_…: the same of a whole image. boxes_…: as YOLO v5 and v7, v6, v8 and later write them, turned (obb), in shares of the image (RT-DETR), or listed by the graph itself.</source>
      <translation>Pour un fichier qui ne l'indique pas ; sans cela, ce qui convient est signalé. auto : comme l'indique le fichier. map_… : pour chaque pixel, une valeur par classe (logits, probabilités de somme 1, ou indépendantes les unes des autres), ou un seul canal (une probabilité, son logit, ou les numéros des classes). scene_… : de même pour une image entière. boxes_… : comme YOLO v5 et v7, v6, v8 et suivants les écrivent, orientées (obb), en fractions de l'image (RT-DETR), ou listées par le graphe lui-même.</translation>
    </message>
    <message>
      <source>Values as 0 to 1</source>
      <translation>Valeurs de 0 à 1</translation>
    </message>
    <message>
      <source>Values by ImageNet's mean and deviation</source>
      <translation>Valeurs selon la moyenne et l'écart d'ImageNet</translation>
    </message>
    <message>
      <source>What an ONNX file is fed</source>
      <translation>Ce que reçoit un fichier ONNX</translation>
    </message>
    <message>
      <source>auto: as the file says, else unit. none: the values as they are; unit: 0 to 1; imagenet: with ImageNet's mean and standard deviation.</source>
      <translation>auto : comme l'indique le fichier, sinon unit. none : les valeurs telles quelles ; unit : de 0 à 1 ; imagenet : avec la moyenne et l'écart-type d'ImageNet.</translation>
    </message>
    <message>
      <source>Name of the output that counts</source>
      <translation>Nom de la sortie qui compte</translation>
    </message>
    <message>
      <source>Empty: its only one.</source>
      <translation>Vide : la seule.</translation>
    </message>
    <message>
      <source>What its bands are</source>
      <translation>Ce que sont ses bandes</translation>
    </message>
    <message>
      <source>In its order, with commas between them, e.g. red,green,blue,nir.</source>
      <translation>Dans son ordre, séparées par des virgules, p. ex. red,green,blue,nir.</translation>
    </message>
    <message>
      <source>Colours of the classes</source>
      <translation>Couleurs des classes</translation>
    </message>
    <message>
      <source>As #rrggbb, with commas between them.</source>
      <translation>Sous la forme #rrggbb, séparées par des virgules.</translation>
    </message>
    <message>
      <source>Mean of its bands</source>
      <translation>Moyenne de ses bandes</translation>
    </message>
    <message>
      <source>Instead of the above: what is subtracted from values of its range, of one band or of each.</source>
      <translation>Au lieu de ce qui précède : ce qui est soustrait des valeurs de sa plage, pour une bande ou pour chacune.</translation>
    </message>
    <message>
      <source>Standard deviation of its bands</source>
      <translation>Écart-type de ses bandes</translation>
    </message>
    <message>
      <source>What they are divided by after that.</source>
      <translation>Ce par quoi elles sont ensuite divisées.</translation>
    </message>
    <message>
      <source>Range of its values</source>
      <translation>Plage de ses valeurs</translation>
    </message>
    <message>
      <source>Smallest and largest value of the images that it was trained on, e.g. 0,10000. Empty: 0 to 255.</source>
      <translation>Plus petite et plus grande valeur des images d'entraînement, p. ex. 0,10000. Vide : de 0 à 255.</translation>
    </message>
    <message>
      <source>Tile size (pixels, 0: the file's)</source>
      <translation>Taille des tuiles (pixels, 0 : celle du fichier)</translation>
    </message>
    <message>
      <source>Side of the images that it was trained on.</source>
      <translation>Côté des images d'entraînement.</translation>
    </message>
    <message>
      <source>NORMALIZATION is {} and MEAN or STD are given; leave out one or the other.</source>
      <translation>NORMALIZATION vaut {} et MEAN ou STD sont donnés ; omettre l'un ou l'autre.</translation>
    </message>
    <message>
      <source>MEAN and STD belong together; give both, or neither.</source>
      <translation>MEAN et STD vont ensemble ; donner les deux, ou aucun.</translation>
    </message>
    <message>
      <source>{} is '{}'; write one of {}.</source>
      <translation>{} vaut '{}' ; écrire l'une des valeurs {}.</translation>
    </message>
    <message>
      <source>COLORS is '{}'; write colours as #rrggbb with commas between them, one for each class.</source>
      <translation>COLORS vaut '{}' ; écrire les couleurs sous la forme #rrggbb, séparées par des virgules, une par classe.</translation>
    </message>
    <message>
      <source>{} is '{}'; write numbers with commas between them, one or one for each band.</source>
      <translation>{} vaut '{}' ; écrire des nombres séparés par des virgules, un seul ou un par bande.</translation>
    </message>
    <message>
      <source>VALUE_RANGE is '{}'; write the smallest and the largest value, e.g. 0,10000.</source>
      <translation>VALUE_RANGE vaut '{}' ; écrire la plus petite et la plus grande valeur, p. ex. 0,10000.</translation>
    </message>
    <message>
      <source>{} is both the earlier and the later image, so nothing can have changed. Choose another one for one of the two dates.</source>
      <translation>{} est à la fois l'image antérieure et l'image postérieure : rien ne peut avoir changé. Choisir une autre image pour l'une des deux dates.</translation>
    </message>
    <message>
      <source>The images look swapped: the earlier one, {}, says {}, and the later one, {}, says {}.</source>
      <translation>Les images semblent interverties : l'antérieure, {}, indique {}, et la postérieure, {}, indique {}.</translation>
    </message>
    <message>
      <source>all</source>
      <translation>toutes</translation>
    </message>
    <message>
      <source>{name}: {right} right, {wrong} wrong, {missed} missed; precision {p}, recall {r}, F1 {f}, AP {ap}</source>
      <translation>{name} : {right} justes, {wrong} fausses, {missed} manquées ; précision {p}, rappel {r}, F1 {f}, AP {ap}</translation>
    </message>
    <message>
      <source>Mean AP at IoU {}: {}</source>
      <translation>AP moyenne pour un IoU de {} : {}</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>Classe</translation>
    </message>
    <message>
      <source>References</source>
      <translation>Références</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Justes</translation>
    </message>
    <message>
      <source>Wrong</source>
      <translation>Fausses</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Manquées</translation>
    </message>
    <message>
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <source>AP, 11 points</source>
      <translation>AP, 11 points</translation>
    </message>
    <message>
      <source>pixels</source>
      <translation>pixels</translation>
    </message>
    <message>
      <source>Verdict</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>The engine works.</source>
      <translation>Le moteur fonctionne.</translation>
    </message>
    <message>
      <source>Plugin</source>
      <translation>Extension</translation>
    </message>
    <message>
      <source>System</source>
      <translation>Système</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Processors</source>
      <translation>Processeurs</translation>
    </message>
    <message>
      <source>Free memory</source>
      <translation>Mémoire libre</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <source>Folder of engines</source>
      <translation>Dossier des moteurs</translation>
    </message>
    <message>
      <source>{} free</source>
      <translation>{} libres</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Non utilisé</translation>
    </message>
    <message>
      <source>does not work: {}</source>
      <translation>ne fonctionne pas : {}</translation>
    </message>
    <message>
      <source>works, {:.2f} ms, by {}</source>
      <translation>fonctionne, {:.2f} ms, par {}</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>Recouvrement</translation>
    </message>
    <message>
      <source>{:.1f} % of the extent</source>
      <translation>{:.1f} % de l'emprise</translation>
    </message>
    <message>
      <source>Pixel size</source>
      <translation>Taille de pixel</translation>
    </message>
    <message>
      <source>Shift</source>
      <translation>Décalage</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>unknown on the ground: at least one image has no coordinate reference system</source>
      <translation>inconnue au sol : au moins une image n'a pas de système de coordonnées de référence</translation>
    </message>
    <message>
      <source>{:.3g} m before, {:.3g} m after</source>
      <translation>{:.3g} m avant, {:.3g} m après</translation>
    </message>
    <message>
      <source>They differ much: the coarser image shows less, which may look like change</source>
      <translation>Elles diffèrent beaucoup : l'image la plus grossière montre moins de détails, ce qui peut ressembler à un changement</translation>
    </message>
    <message>
      <source>cannot be told: the parts of the images disagree; of {} windows {} say the same</source>
      <translation>ne peut être indiqué : les parties des images se contredisent ; sur {} fenêtres, {} disent la même chose</translation>
    </message>
    <message>
      <source>cannot be told: the images have too little in common</source>
      <translation>indéterminable : les images ont trop peu en commun</translation>
    </message>
    <message>
      <source>{:.2f} pixels</source>
      <translation>{:.2f} pixels</translation>
    </message>
    <message>
      <source> ({:.2f} m)</source>
      <translation> ({:.2f} m)</translation>
    </message>
    <message>
      <source>the later image is off by {}; parts of it differ by {:.2f} pixels</source>
      <translation>l'image récente est décalée de {} ; certaines parties diffèrent de {:.2f} pixels</translation>
    </message>
    <message>
      <source>That does no harm</source>
      <translation>Cela ne nuit pas</translation>
    </message>
    <message>
      <source>Enter {:.6g},{:.6g} in Detect change as the shift of the later image</source>
      <translation>Inscrire {:.6g},{:.6g} dans « Détecter les changements » comme décalage de l'image postérieure</translation>
    </message>
    <message>
      <source>values differ by {:.0f} %, after matching by {:.0f} %</source>
      <translation>les valeurs diffèrent de {:.0f} %, après harmonisation de {:.0f} %</translation>
    </message>
    <message>
      <source>Matching the colours in Detect change takes that away; some models see more without it</source>
      <translation>Harmoniser les couleurs dans « Détecter les changements » l'enlève ; certains modèles voient mieux sans cela</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Colonne</translation>
    </message>
    <message>
      <source>Row</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <source>To the right</source>
      <translation>Vers la droite</translation>
    </message>
    <message>
      <source>Downwards</source>
      <translation>Vers le bas</translation>
    </message>
    <message>
      <source>Weight</source>
      <translation>Poids</translation>
    </message>
    <message>
      <source>Agrees</source>
      <translation>Concorde</translation>
    </message>
    <message>
      <source>Windows that were compared (pixels)</source>
      <translation>Fenêtres comparées (pixels)</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Créé le</translation>
    </message>
    <message>
      <source>{} pixels with data</source>
      <translation>{} pixels avec données</translation>
    </message>
    <message>
      <source>Area</source>
      <translation>Surface</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Durée</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>Entités</translation>
    </message>
    <message>
      <source>{} tiles, {} million pixels/s</source>
      <translation>{} tuiles, {} millions de pixels/s</translation>
    </message>
    <message>
      <source>Unfamiliar to the model</source>
      <translation>Inconnu du modèle</translation>
    </message>
    <message>
      <source>Licence of the model</source>
      <translation>Licence du modèle</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Remarques</translation>
    </message>
    <message>
      <source>Area ({})</source>
      <translation>Surface ({})</translation>
    </message>
    <message>
      <source>Share (%)</source>
      <translation>Part (%)</translation>
    </message>
    <message>
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <source>How accurate the model is, its description does not say.</source>
      <translation>La description du modèle ne dit pas quelle est sa précision.</translation>
    </message>
    <message>
      <source>Measured on test data, which the model was not trained on</source>
      <translation>Mesuré sur des données de test, sur lesquelles le modèle n'a pas été entraîné</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Mesure</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valeur</translation>
    </message>
    <message>
      <source>The model</source>
      <translation>Le modèle</translation>
    </message>
    <message>
      <source>Raster layer to segment.</source>
      <translation>Couche raster à segmenter.</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Confiance</translation>
    </message>
    <message>
      <source>Class polygons</source>
      <translation>Polygones de classes</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Of polygons that overlap this much or more, one stays.</source>
      <translation>Parmi les polygones qui se recouvrent autant ou davantage, un seul reste.</translation>
    </message>
    <message>
      <source>Best polygons</source>
      <translation>Meilleurs polygones</translation>
    </message>
    <message>
      <source>{} of {} polygons kept.</source>
      <translation>{} polygones sur {} conservés.</translation>
    </message>
    <message>
      <source>QGIS's authentication '{}' cannot be used for {}; check it.</source>
      <translation>L'authentification '{}' de QGIS ne peut pas servir pour {} ; vérifiez-la.</translation>
    </message>
    <message>
      <source>the server wants to know who asks ({}); choose an authentication for the catalogue</source>
      <translation>le serveur veut savoir qui demande ({}) ; choisissez une authentification pour le catalogue</translation>
    </message>
    <message>
      <source>there is nothing at this address ({})</source>
      <translation>il n'y a rien à cette adresse ({})</translation>
    </message>
    <message>
      <source>the server answered {}; try again later</source>
      <translation>le serveur a répondu {} ; réessayez plus tard</translation>
    </message>
    <message>
      <source>the server cannot be reached ({}); check the connection, and the proxy in QGIS's options</source>
      <translation>le serveur est injoignable ({}) ; vérifiez la connexion, et le proxy dans les options de QGIS</translation>
    </message>
    <message>
      <source>its certificate is not trusted ({}); see the certificates in QGIS's options</source>
      <translation>son certificat n'est pas reconnu ({}) ; voyez les certificats dans les options de QGIS</translation>
    </message>
    <message>
      <source>no more came in the time that QGIS's network options allow</source>
      <translation>plus rien n'est arrivé dans le temps que permettent les options réseau de QGIS</translation>
    </message>
    <message>
      <source>Another QGIS is downloading {}.</source>
      <translation>Un autre QGIS est en train de télécharger {}.</translation>
    </message>
    <message>
      <source>The catalogue names no URL for {}.</source>
      <translation>Le catalogue ne donne aucune adresse pour {}.</translation>
    </message>
    <message>
      <source>It has more than {:,} bytes: refused.</source>
      <translation>Il y a plus de {:,} octets : refusé.</translation>
    </message>
    <message>
      <source>{} cannot be read: {}</source>
      <translation>{} est illisible : {}</translation>
    </message>
    <message>
      <source>{} cannot be fetched: {}</source>
      <translation>{} ne peut pas être récupéré : {}</translation>
    </message>
    <message>
      <source>Give the address of a catalogue, or choose its file.</source>
      <translation>Donnez l'adresse d'un catalogue, ou choisissez son fichier.</translation>
    </message>
    <message>
      <source>{} is neither a file nor an http or https address.</source>
      <translation>{} n'est ni un fichier ni une adresse http ou https.</translation>
    </message>
    <message>
      <source>A catalogue from the web may not name files of this machine ({}).</source>
      <translation>Un catalogue du web ne peut pas désigner des fichiers de cette machine ({}).</translation>
    </message>
    <message>
      <source>Open Raster &gt; LWGANet &gt; Engine and press Set up, or run the tool Set up the engine (lwganet:installengine).</source>
      <translation>Ouvrir Raster &gt; LWGANet &gt; Moteur et appuyer sur Installer, ou exécuter l'outil Installer le moteur (lwganet:installengine).</translation>
    </message>
    <message>
      <source>{}: {} {}</source>
      <translation>{} : {} {}</translation>
    </message>
    <message>
      <source>The engine's own environment</source>
      <translation>L'environnement propre au moteur</translation>
    </message>
    <message>
      <source>The system</source>
      <translation>Le système</translation>
    </message>
    <message>
      <source>An environment of an earlier version</source>
      <translation>Un environnement d'une version antérieure</translation>
    </message>
    <message>
      <source>The engine is not set up yet. {}</source>
      <translation>Le moteur n'est pas encore installé. {}</translation>
    </message>
    <message>
      <source>The environment variable {}</source>
      <translation>La variable d'environnement {}</translation>
    </message>
    <message>
      <source>The setting lwganet/engine_python</source>
      <translation>Le réglage lwganet/engine_python</translation>
    </message>
    <message>
      <source>The extent does not touch {}; choose another EXTENT.</source>
      <translation>L'emprise ne touche pas {} ; choisir un autre EXTENT.</translation>
    </message>
    <message>
      <source>{} would be copied with {} x {} pixels; choose an EXTENT that is smaller (at most {} pixels a side).</source>
      <translation>{} serait copié avec {} x {} pixels ; choisir un EXTENT plus petit ({} pixels de côté au plus).</translation>
    </message>
    <message>
      <source>The CRS {} cannot be given to the raster</source>
      <translation>Impossible d'attribuer le SCR {} au raster</translation>
    </message>
    <message>
      <source>The copy of {} cannot be written to {}: {}</source>
      <translation>Impossible d'écrire la copie de {} dans {} : {}</translation>
    </message>
    <message>
      <source>The layer's service did not deliver the image; try again, or a smaller EXTENT.</source>
      <translation>Le service de la couche n'a pas fourni l'image ; réessayer, ou choisir un EXTENT plus petit.</translation>
    </message>
    <message>
      <source>{} of {} tiles of {} were not delivered, or are empty, at {} ({}).</source>
      <translation>{} tuiles sur {} de {} n'ont pas été livrées, ou sont vides, à {} ({}).</translation>
    </message>
    <message>
      <source>Try again later, choose an EXTENT farther away from them, or accept gaps (ACCEPT_GAPS), which are nodata then.</source>
      <translation>Réessayez plus tard, choisissez une EXTENT plus éloignée, ou acceptez les lacunes (ACCEPT_GAPS), qui sont alors nodata.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Numéro</translation>
    </message>
    <message>
      <source>Class number</source>
      <translation>N° de classe</translation>
    </message>
    <message>
      <source>Score (0 to 1)</source>
      <translation>Score (0 à 1)</translation>
    </message>
    <message>
      <source>Second-best class</source>
      <translation>Deuxième classe</translation>
    </message>
    <message>
      <source>Second score (0 to 1)</source>
      <translation>Deuxième score (0 à 1)</translation>
    </message>
    <message>
      <source>Direction (°)</source>
      <translation>Direction (°)</translation>
    </message>
    <message>
      <source>Length (m)</source>
      <translation>Longueur (m)</translation>
    </message>
    <message>
      <source>Width (m)</source>
      <translation>Largeur (m)</translation>
    </message>
    <message>
      <source>Area (m²)</source>
      <translation>Surface (m²)</translation>
    </message>
    <message>
      <source>Length (pixels)</source>
      <translation>Longueur (pixels)</translation>
    </message>
    <message>
      <source>Width (pixels)</source>
      <translation>Largeur (pixels)</translation>
    </message>
    <message>
      <source>Area (pixels)</source>
      <translation>Surface (pixels)</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>Probability (0 to 1)</source>
      <translation>Probabilité (0 à 1)</translation>
    </message>
    <message>
      <source>a feature could not be written</source>
      <translation>une entité n'a pas pu être écrite</translation>
    </message>
    <message>
      <source>{} of {} features arrived</source>
      <translation>{} entités sur {} sont arrivées</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>le disque est plein</translation>
    </message>
    <message>
      <source>is the disk full, or the file open elsewhere?</source>
      <translation>le disque est-il plein, ou le fichier ouvert ailleurs ?</translation>
    </message>
    <message>
      <source>{} cannot be written: {} ({}). Nothing was kept.</source>
      <translation>{} ne peut pas être écrit : {} ({}). Rien n'a été conservé.</translation>
    </message>
    <message>
      <source>{} cannot be written ({}). Choose another place.</source>
      <translation>{} ne peut pas être écrit ({}). Choisissez un autre emplacement.</translation>
    </message>
    <message>
      <source>{} cannot be written ({}). Nothing was changed.</source>
      <translation>{} ne peut pas être écrit ({}). Rien n'a été modifié.</translation>
    </message>
    <message>
      <source>{} is being written by another run ({}, since {}, process {}). Wait until it has ended, or choose another file.</source>
      <translation>{} est en cours d'écriture par un autre traitement ({}, depuis {}, processus {}). Attendez qu'il soit terminé, ou choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>{} cannot be written to; is it open elsewhere?</source>
      <translation>Impossible d'écrire dans {} ; le fichier est-il ouvert ailleurs ?</translation>
    </message>
    <message>
      <source>{} names {}, which cannot be started ({}). {}</source>
      <translation>{} désigne {}, impossible à démarrer ({}). {}</translation>
    </message>
    <message>
      <source>The engine's answer cannot be read ({}). Install the plugin again.</source>
      <translation>La réponse du moteur est illisible ({}). Réinstaller l'extension.</translation>
    </message>
    <message>
      <source>The engine did not start within {:.0f} s. {}</source>
      <translation>Le moteur n'a pas démarré en {:.0f} s. {}</translation>
    </message>
    <message>
      <source>The engine failed: {} (details: {})</source>
      <translation>Le moteur a échoué : {} (détails : {})</translation>
    </message>
    <message>
      <source>The engine cannot start. {} ({})</source>
      <translation>Le moteur ne peut pas démarrer. {} ({})</translation>
    </message>
    <message>
      <source>The engine was killed, most likely because memory ran out. Try a smaller TILE_SIZE or BATCH_SIZE, or close other programs (details: {})</source>
      <translation>Le moteur a été tué, très probablement faute de mémoire. Essayer un TILE_SIZE ou un BATCH_SIZE plus petit, ou fermer d'autres programmes (détails : {})</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly ({}). Nothing was written. If it happens again, report it with the log file {}</source>
      <translation>Le moteur s'est arrêté de façon inattendue ({}). Rien n'a été écrit. Si cela se reproduit, le signaler avec le journal {}</translation>
    </message>
    <message>
      <source>{} {} chose this Python. {}</source>
      <translation>{} {} a choisi ce Python. {}</translation>
    </message>
    <message>
      <source>{} has all packages; the log file says more: {}</source>
      <translation>{} a tous les paquets ; le journal en dit plus : {}</translation>
    </message>
    <message>
      <source>{} has all packages, and ended without a word.</source>
      <translation>{} possède tous les paquets, et s'est terminé sans un mot.</translation>
    </message>
    <message>
      <source>signal {}</source>
      <translation>signal {}</translation>
    </message>
    <message>
      <source>exit code {}</source>
      <translation>code de sortie {}</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Processeur</translation>
    </message>
    <message>
      <source>NVIDIA graphics card</source>
      <translation>Carte graphique NVIDIA</translation>
    </message>
    <message>
      <source>Any graphics card (DirectML)</source>
      <translation>Toute carte graphique (DirectML)</translation>
    </message>
    <message>
      <source>Training and import</source>
      <translation>Entraînement et import</translation>
    </message>
    <message>
      <source>Runs all models on this computer's processor. The right choice to begin with.</source>
      <translation>Calcule tous les modèles sur le processeur de cet ordinateur. Le bon choix pour commencer.</translation>
    </message>
    <message>
      <source>Runs models on an NVIDIA card with a recent driver; brings the libraries of CUDA with it.</source>
      <translation>Calcule les modèles sur une carte NVIDIA avec un pilote récent ; apporte les bibliothèques de CUDA.</translation>
    </message>
    <message>
      <source>Runs models on the graphics card of any maker, where a tool's device is directml.</source>
      <translation>Calcule les modèles sur la carte graphique de tout fabricant, quand l'appareil d'un outil est directml.</translation>
    </message>
    <message>
      <source>Adds PyTorch: for importing checkpoints, and for CUDA devices through PyTorch.</source>
      <translation>Ajoute PyTorch : pour importer des checkpoints, et pour les appareils CUDA par PyTorch.</translation>
    </message>
    <message>
      <source>{} did not answer within {:.0f} s.</source>
      <translation>{} n'a pas répondu en {:.0f} s.</translation>
    </message>
    <message>
      <source>{} cannot be started ({}).</source>
      <translation>Impossible de démarrer {} ({}).</translation>
    </message>
    <message>
      <source>{} is not a working Python (exit code {}).</source>
      <translation>{} n'est pas un Python qui fonctionne (code de sortie {}).</translation>
    </message>
    <message>
      <source>{} is Python {}.{}; the engine needs 3.9 or newer.</source>
      <translation>{} est Python {}.{} ; le moteur demande 3.9 ou plus récent.</translation>
    </message>
    <message>
      <source>{} is a {}-bit Python; the engine needs a 64-bit one.</source>
      <translation>{} est un Python {} bits ; il en faut un de 64 bits pour le moteur.</translation>
    </message>
    <message>
      <source>{} lacks the package {} ({}).</source>
      <translation>Il manque à {} le paquet {} ({}).</translation>
    </message>
    <message>
      <source>{} lacks the packages {} ({}).</source>
      <translation>Il manque à {} les paquets {} ({}).</translation>
    </message>
    <message>
      <source>{} does not exist.</source>
      <translation>{} n'existe pas.</translation>
    </message>
    <message>
      <source>{} is a folder; name the Python in it.</source>
      <translation>{} est un dossier ; indiquer le Python qui s'y trouve.</translation>
    </message>
    <message>
      <source>{} is not a program.</source>
      <translation>{} n'est pas un programme.</translation>
    </message>
    <message>
      <source>{} is a program with windows of its own ({}), not a Python; it was not started. Name a file that is called python, python3 or python.exe.</source>
      <translation>{} est un programme avec ses propres fenêtres ({}), pas un Python ; il n'a pas été lancé. Indiquer un fichier nommé python, python3 ou python.exe.</translation>
    </message>
    <message>
      <source>{} is a batch file or a link; name the python.exe that it starts.</source>
      <translation>{} est un fichier de commandes ou un raccourci ; indiquer le python.exe qu'il lance.</translation>
    </message>
    <message>
      <source>{} only opens the Microsoft Store; name an installed Python.</source>
      <translation>{} ouvre seulement le Microsoft Store ; indiquer un Python installé.</translation>
    </message>
    <message>
      <source>{} only offers to install Apple's developer tools; name an installed Python.</source>
      <translation>{} propose seulement d'installer les outils de développement d'Apple ; indiquer un Python installé.</translation>
    </message>
    <message>
      <source>{} is not a Python: such a file is called python, python3 or python.exe.</source>
      <translation>{} n'est pas un Python : un tel fichier se nomme python, python3 ou python.exe.</translation>
    </message>
    <message>
      <source>The package index cannot be reached.</source>
      <translation>L'index des paquets est injoignable.</translation>
    </message>
    <message>
      <source>The proxy server refuses the connection.</source>
      <translation>Le serveur mandataire refuse la connexion.</translation>
    </message>
    <message>
      <source>The connection is not trusted: its certificate is of an authority that is not known.</source>
      <translation>La connexion n'est pas fiable : son certificat vient d'une autorité inconnue.</translation>
    </message>
    <message>
      <source>A download broke off or arrived damaged.</source>
      <translation>Un téléchargement a été interrompu ou est arrivé endommagé.</translation>
    </message>
    <message>
      <source>A package is not the one that was tested: its checksum differs.</source>
      <translation>Un paquet n'est pas celui qui a été testé : sa somme de contrôle diffère.</translation>
    </message>
    <message>
      <source>The package index does not have all packages.</source>
      <translation>L'index des paquets n'a pas tous les paquets.</translation>
    </message>
    <message>
      <source>The folder {folder} does not have all packages for this computer.</source>
      <translation>Le dossier {folder} n'a pas tous les paquets pour cet ordinateur.</translation>
    </message>
    <message>
      <source>There is not enough space on the disk of {folder}.</source>
      <translation>Il n'y a pas assez de place sur le disque de {folder}.</translation>
    </message>
    <message>
      <source>Nothing can be written to {folder}.</source>
      <translation>Rien ne peut être écrit dans {folder}.</translation>
    </message>
    <message>
      <source>The system did not allow a file to be written or started.</source>
      <translation>Le système n'a pas permis d'écrire ou de lancer un fichier.</translation>
    </message>
    <message>
      <source>The path of {folder} is too long for the files that go into it.</source>
      <translation>Le chemin de {folder} est trop long pour les fichiers qui y vont.</translation>
    </message>
    <message>
      <source>Windows lacks the Visual C++ runtime that the engine needs.</source>
      <translation>Il manque à Windows l'environnement d'exécution Visual C++ dont le moteur a besoin.</translation>
    </message>
    <message>
      <source>No Python was found that an engine can be made with ({wanted}).</source>
      <translation>Aucun Python permettant de créer un moteur n'a été trouvé ({wanted}).</translation>
    </message>
    <message>
      <source>This Python cannot run the engine: {reason}</source>
      <translation>Ce Python ne peut pas faire fonctionner le moteur : {reason}</translation>
    </message>
    <message>
      <source>The Python {python} did not answer in time and was stopped.</source>
      <translation>Le Python {python} n'a pas répondu à temps et a été arrêté.</translation>
    </message>
    <message>
      <source>The system's Python cannot make environments.</source>
      <translation>Le Python du système ne peut pas créer d'environnements.</translation>
    </message>
    <message>
      <source>Another QGIS (process {process}) is setting up an engine.</source>
      <translation>Un autre QGIS (processus {process}) installe un moteur.</translation>
    </message>
    <message>
      <source>This kind of engine is not published for this computer ({platform}).</source>
      <translation>Ce type de moteur n'est pas publié pour cet ordinateur ({platform}).</translation>
    </message>
    <message>
      <source>The engine was installed but computes wrong: {reason}</source>
      <translation>Le moteur a été installé mais calcule faux : {reason}</translation>
    </message>
    <message>
      <source>The engine was installed but does not run: {reason}</source>
      <translation>Le moteur a été installé mais ne fonctionne pas : {reason}</translation>
    </message>
    <message>
      <source>The set-up failed.</source>
      <translation>L'installation a échoué.</translation>
    </message>
    <message>
      <source>Check the connection and try again, or install from a folder of wheels.</source>
      <translation>Vérifier la connexion et réessayer, ou installer depuis un dossier de wheels.</translation>
    </message>
    <message>
      <source>Check address, user and password in Settings &gt; Options &gt; Network, then try again.</source>
      <translation>Vérifier l'adresse, l'utilisateur et le mot de passe dans Préférences &gt; Options &gt; Réseau, puis réessayer.</translation>
    </message>
    <message>
      <source>Import your organisation's certificate in Settings &gt; Options &gt; Authentication, then try again.</source>
      <translation>Importer le certificat de l'organisation dans Préférences &gt; Options &gt; Authentification, puis réessayer.</translation>
    </message>
    <message>
      <source>Try again; where it happens again, use another connection or a folder of wheels.</source>
      <translation>Réessayer ; si cela se reproduit, utiliser une autre connexion ou un dossier de wheels.</translation>
    </message>
    <message>
      <source>Try again: a download may have broken off. Where it happens again, something on the way changes downloads: ask who runs your network, or install from a folder of wheels.</source>
      <translation>Réessayer : un téléchargement a pu être interrompu. Si cela se reproduit, quelque chose en chemin modifie les téléchargements : demander à l'administrateur du réseau, ou installer depuis un dossier de wheels.</translation>
    </message>
    <message>
      <source>Where your organisation has an index of its own, ask for the packages named in the details, or install from a folder of wheels.</source>
      <translation>Si l'organisation a son propre index, y demander les paquets nommés dans les détails, ou installer depuis un dossier de wheels.</translation>
    </message>
    <message>
      <source>Make the folder again with Make such a folder, for this system and Python version.</source>
      <translation>Recréer le dossier avec Créer un tel dossier, pour ce système et cette version de Python.</translation>
    </message>
    <message>
      <source>About {needed} are needed, {free} are free. Make space, or choose another folder with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>Il faut environ {needed}, {free} sont libres. Libérer de la place, ou choisir un autre dossier avec Modifier, à côté de l'emplacement (réglage lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Allow it, or choose another folder with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>L'autoriser, ou choisir un autre dossier avec Modifier, à côté de l'emplacement (réglage lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Often that is antivirus software: allow the folder {folder} there, or ask who administers this computer, then try again.</source>
      <translation>C'est souvent un antivirus : y autoriser le dossier {folder}, ou demander à l'administrateur de l'ordinateur, puis réessayer.</translation>
    </message>
    <message>
      <source>Choose a shorter one, e.g. C:\lwganet, with Change, beside the place where it goes (setting lwganet/engine_folder).</source>
      <translation>En choisir un plus court, p. ex. C:\lwganet, avec Modifier, à côté de l'emplacement (réglage lwganet/engine_folder).</translation>
    </message>
    <message>
      <source>Install Microsoft's Visual C++ Redistributable (x64) and try again.</source>
      <translation>Installer Visual C++ Redistributable (x64) de Microsoft et réessayer.</translation>
    </message>
    <message>
      <source>Install Python from your system's software or with its installer, then try again, or name one with Use this Python.</source>
      <translation>Installer Python depuis la logithèque du système ou avec son installateur, puis réessayer, ou en indiquer un avec Utiliser ce Python.</translation>
    </message>
    <message>
      <source>Choose another one, or press Set up to have one made.</source>
      <translation>En choisir un autre, ou appuyer sur Installer pour en faire créer un.</translation>
    </message>
    <message>
      <source>Choose another one, or try again when the computer is less busy.</source>
      <translation>En choisir un autre, ou réessayer quand l'ordinateur est moins occupé.</translation>
    </message>
    <message>
      <source>Install the package python3-venv of your system, then try again.</source>
      <translation>Installer le paquet python3-venv du système, puis réessayer.</translation>
    </message>
    <message>
      <source>Wait for it to finish, or close that QGIS.</source>
      <translation>Attendre qu'il ait fini, ou fermer cet autre QGIS.</translation>
    </message>
    <message>
      <source>Choose another kind, or use a Python of your own that has the packages.</source>
      <translation>Choisir un autre type, ou utiliser un Python à soi qui a les paquets.</translation>
    </message>
    <message>
      <source>It was removed again. Update the driver of your graphics card, or choose the kind Processor.</source>
      <translation>Il a été retiré. Mettre à jour le pilote de la carte graphique, ou choisir le type Processeur.</translation>
    </message>
    <message>
      <source>It was removed again. Copy the details and report them.</source>
      <translation>Il a été retiré. Copier les détails et les signaler.</translation>
    </message>
    <message>
      <source>Copy the details and report them; what worked before still works.</source>
      <translation>Copier les détails et les signaler ; ce qui fonctionnait fonctionne toujours.</translation>
    </message>
    <message>
      <source>The set-up was cancelled.</source>
      <translation>L'installation a été annulée.</translation>
    </message>
    <message>
      <source>Making an environment with Python {}</source>
      <translation>Création d'un environnement avec Python {}</translation>
    </message>
    <message>
      <source>Downloading and installing the packages</source>
      <translation>Téléchargement et installation des paquets</translation>
    </message>
    <message>
      <source>Getting uv, which makes environments</source>
      <translation>Récupération de uv, qui crée les environnements</translation>
    </message>
    <message>
      <source>There is no wheel in {}.</source>
      <translation>Il n'y a pas de wheel dans {}.</translation>
    </message>
    <message>
      <source>Setting up: {} ({} to download)</source>
      <translation>Installation : {} ({} à télécharger)</translation>
    </message>
    <message>
      <source>Testing the engine with a tiny model</source>
      <translation>Test du moteur avec un modèle minuscule</translation>
    </message>
    <message>
      <source>The set-up</source>
      <translation>L'installation</translation>
    </message>
    <message>
      <source>Looking for a Python to make it of</source>
      <translation>Recherche d'un Python de départ</translation>
    </message>
    <message>
      <source>Looking at {}</source>
      <translation>Examen de {}</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Vous</translation>
    </message>
    <message>
      <source>ONNX Runtime has nothing for the device {} here.</source>
      <translation>ONNX Runtime n'a rien ici pour l'appareil {}.</translation>
    </message>
    <message>
      <source>PyTorch is missing.</source>
      <translation>PyTorch manque.</translation>
    </message>
    <message>
      <source>Coordinates cannot be transformed: the projection data is missing.</source>
      <translation>Les coordonnées ne peuvent pas être transformées : les données de projection manquent.</translation>
    </message>
    <message>
      <source>Looking for a Python to download with</source>
      <translation>Recherche d'un Python pour télécharger</translation>
    </message>
    <message>
      <source>Downloading {} packages for {}, Python {}</source>
      <translation>Téléchargement de {} paquets pour {}, Python {}</translation>
    </message>
    <message>
      <source>The environment variable {} names another Python, which is used until you remove it.</source>
      <translation>La variable d'environnement {} indique un autre Python, utilisé tant qu'elle n'est pas retirée.</translation>
    </message>
    <message>
      <source>Choose an image of each date.</source>
      <translation>Choisir une image pour chaque date.</translation>
    </message>
    <message>
      <source>{} cannot be read.</source>
      <translation>{} est illisible.</translation>
    </message>
    <message>
      <source>Both dates are the same layer: choose another one for one of them.</source>
      <translation>Les deux dates sont la même couche : en choisir une autre pour l'une d'elles.</translation>
    </message>
    <message>
      <source>Both layers show the same file.</source>
      <translation>Les deux couches montrent le même fichier.</translation>
    </message>
    <message>
      <source>The image before is the later one: swap them?</source>
      <translation>L'image avant est la plus récente : les échanger ?</translation>
    </message>
    <message>
      <source>Neither image has a coordinate reference system: lengths are in pixels.</source>
      <translation>Aucune des images n'a de système de coordonnées de référence : les longueurs sont en pixels.</translation>
    </message>
    <message>
      <source>One of the images has no coordinate reference system: assign it in the layer's properties.</source>
      <translation>L'une des images n'a pas de système de coordonnées de référence : l'attribuer dans les propriétés de la couche.</translation>
    </message>
    <message>
      <source>Both are in {}.</source>
      <translation>Les deux sont en {}.</translation>
    </message>
    <message>
      <source>the same CRS</source>
      <translation>un même SCR</translation>
    </message>
    <message>
      <source>CRS differ ({} and {}): the image after is warped on the fly.</source>
      <translation>Les SCR diffèrent ({} et {}) : l'image après est reprojetée à la volée.</translation>
    </message>
    <message>
      <source>The images do not overlap: choose two of the same place.</source>
      <translation>Les images ne se recouvrent pas : en choisir deux du même lieu.</translation>
    </message>
    <message>
      <source>They share {} % of the image before.</source>
      <translation>Elles partagent {} % de l'image d'avant.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground; the model was made for {} m. Expect poor results.</source>
      <translation>Les pixels font {} au sol ; le modèle est fait pour {} m. Attendez-vous à de mauvais résultats.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground, {} times different: small changes may be false.</source>
      <translation>Les pixels font {} au sol, {} fois différents : les petits changements peuvent être faux.</translation>
    </message>
    <message>
      <source>Pixels are {} on the ground.</source>
      <translation>Les pixels mesurent {} au sol.</translation>
    </message>
    <message>
      <source>Bands of {}: {}. The model needs {}: {}.</source>
      <translation>Bandes de {} : {}. Le modèle en demande {} : {}.</translation>
    </message>
    <message>
      <source>The images have different numbers of bands: check that they mean the same.</source>
      <translation>Les images n'ont pas le même nombre de bandes : vérifier qu'elles ont le même sens.</translation>
    </message>
    <message>
      <source>Whether one image lies beside the other could not be measured.</source>
      <translation>Le décalage entre les deux images n'a pas pu être mesuré.</translation>
    </message>
    <message>
      <source>The images lie on each other (within {} pixels).</source>
      <translation>Les images se superposent (à {} pixels près).</translation>
    </message>
    <message>
      <source>{} pixels</source>
      <translation>{} pixels</translation>
    </message>
    <message>
      <source>The two images are {} apart: edges will look like change.</source>
      <translation>Les deux images sont décalées de {} : les bords ressembleront à des changements.</translation>
    </message>
    <message>
      <source>Brightness and contrast are alike.</source>
      <translation>La luminosité et le contraste sont semblables.</translation>
    </message>
    <message>
      <source>Brightness or contrast differ by {} %. Models bear much of that: match them only where it helps.</source>
      <translation>La luminosité ou le contraste diffèrent de {} %. Les modèles le supportent bien : ne les accordez que si cela aide.</translation>
    </message>
    <message>
      <source>is the disk full?</source>
      <translation>le disque est-il plein ?</translation>
    </message>
    <message>
      <source>The raster {} is gone; leave the rasters out.</source>
      <translation>Le raster {} n'existe plus ; livrer sans les rasters.</translation>
    </message>
    <message>
      <source>The hand-in was cancelled.</source>
      <translation>La livraison a été annulée.</translation>
    </message>
    <message>
      <source>no accepted change</source>
      <translation>aucun changement accepté</translation>
    </message>
    <message>
      <source>accepted change</source>
      <translation>changement accepté</translation>
    </message>
    <message>
      <source>No. {}: {}</source>
      <translation>N° {} : {}</translation>
    </message>
    <message>
      <source>Probability {}</source>
      <translation>Probabilité {}</translation>
    </message>
    <message>
      <source>At {}</source>
      <translation>À {}</translation>
    </message>
    <message>
      <source>Note: {}</source>
      <translation>Note : {}</translation>
    </message>
    <message>
      <source>{} cannot be written to; choose another folder.</source>
      <translation>Impossible d'écrire dans {} ; choisir un autre dossier.</translation>
    </message>
    <message>
      <source>{} already holds {}; choose another folder.</source>
      <translation>{} contient déjà {} ; choisir un autre dossier.</translation>
    </message>
    <message>
      <source>Deliver</source>
      <translation>Livrer</translation>
    </message>
    <message>
      <source>The hand-in was not written: {}</source>
      <translation>La livraison n'a pas été écrite : {}</translation>
    </message>
    <message>
      <source>Change: {}</source>
      <translation>Changement : {}</translation>
    </message>
    <message>
      <source>Accepted changes</source>
      <translation>Changements acceptés</translation>
    </message>
    <message>
      <source>Accepted changes (raster)</source>
      <translation>Changements acceptés (raster)</translation>
    </message>
    <message>
      <source>All change that the model found, not reviewed</source>
      <translation>Tout changement trouvé par le modèle, non vérifié</translation>
    </message>
    <message>
      <source>Probability of change, not reviewed</source>
      <translation>Probabilité de changement, non vérifiée</translation>
    </message>
    <message>
      <source>{} cannot be written</source>
      <translation>Impossible d'écrire {}</translation>
    </message>
    <message>
      <source>not reviewed</source>
      <translation>non vérifié</translation>
    </message>
    <message>
      <source>Page {} of {}</source>
      <translation>Page {} sur {}</translation>
    </message>
    <message>
      <source>The report cannot be written to {}.</source>
      <translation>Impossible d'écrire le rapport dans {}.</translation>
    </message>
    <message>
      <source>Scale 1 : {}</source>
      <translation>Échelle 1 : {}</translation>
    </message>
    <message>
      <source>No change has been accepted.</source>
      <translation>Aucun changement n'a été accepté.</translation>
    </message>
    <message>
      <source>Attribution of the model: {}</source>
      <translation>Attribution du modèle : {}</translation>
    </message>
    <message>
      <source>Made with LWGANet for QGIS {} on {}.</source>
      <translation>Fait avec LWGANet pour QGIS {} le {}.</translation>
    </message>
    <message>
      <source>{} smaller ones are not listed; all are in the files that were delivered.</source>
      <translation>{} plus petits ne sont pas listés ; tous sont dans les fichiers remis.</translation>
    </message>
    <message>
      <source>Change between two dates</source>
      <translation>Changement entre deux dates</translation>
    </message>
    <message>
      <source>{before} compared with {after}</source>
      <translation>{before} comparée à {after}</translation>
    </message>
    <message>
      <source>Before: {}</source>
      <translation>Avant : {}</translation>
    </message>
    <message>
      <source>After: {}</source>
      <translation>Après : {}</translation>
    </message>
    <message>
      <source>Reviewed changes over the later image</source>
      <translation>Changements vérifiés sur l'image récente</translation>
    </message>
    <message>
      <source>unknown image</source>
      <translation>image inconnue</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Trouvés</translation>
    </message>
    <message>
      <source>Compared</source>
      <translation>Comparé</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Part</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <source>date unknown</source>
      <translation>date inconnue</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <source>CRS</source>
      <translation>SCR</translation>
    </message>
    <message>
      <source>none; areas are in pixels</source>
      <translation>aucun ; les surfaces sont en pixels</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <source>{} m on the ground</source>
      <translation>{} m au sol</translation>
    </message>
    <message>
      <source>unknown on the ground</source>
      <translation>inconnue au sol</translation>
    </message>
    <message>
      <source>Reviewed by</source>
      <translation>Vérifié par</translation>
    </message>
    <message>
      <source>nobody yet</source>
      <translation>personne pour l'instant</translation>
    </message>
    <message>
      <source>Reviewed</source>
      <translation>Vérifié le</translation>
    </message>
    <message>
      <source>Detected</source>
      <translation>Détecté le</translation>
    </message>
    <message>
      <source>Reviewers disagree on</source>
      <translation>Désaccord des vérificateurs sur</translation>
    </message>
    <message>
      <source>{} changes</source>
      <translation>{} changements</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Vérification</translation>
    </message>
    <message>
      <source>Computed with</source>
      <translation>Calculé avec</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titre</translation>
    </message>
    <message>
      <source>no longer installed</source>
      <translation>n'est plus installé</translation>
    </message>
    <message>
      <source>Accuracy on test data</source>
      <translation>Exactitude sur données de test</translation>
    </message>
    <message>
      <source>Made for pixels of</source>
      <translation>Fait pour des pixels de</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>non connue</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>Closing, opening</source>
      <translation>Fermeture, ouverture</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Plus petite surface</translation>
    </message>
    <message>
      <source>Shift that was found</source>
      <translation>Décalage trouvé</translation>
    </message>
    <message>
      <source>Shift corrected</source>
      <translation>Décalage corrigé</translation>
    </message>
    <message>
      <source>Values matched</source>
      <translation>Valeurs harmonisées</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Paramètres</translation>
    </message>
    <message>
      <source>not measured</source>
      <translation>non mesuré</translation>
    </message>
    <message>
      <source>could not be measured</source>
      <translation>n'a pas pu être mesuré</translation>
    </message>
    <message>
      <source>{} is no layout template; choose a file that QGIS's layouts saved (*.qpt).</source>
      <translation>{} n'est pas un modèle de mise en page ; choisissez un fichier enregistré par une mise en page de QGIS (*.qpt).</translation>
    </message>
    <message>
      <source>The template {} has no map with the item ID before, after or change; name its maps so.</source>
      <translation>Le modèle {} n'a pas de carte dont l'identifiant soit before, after ou change ; nommez ainsi ses cartes.</translation>
    </message>
    <message>
      <source>open</source>
      <translation>à traiter</translation>
    </message>
    <message>
      <source>accepted</source>
      <translation>accepté</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>rejeté</translation>
    </message>
    <message>
      <source>unsure</source>
      <translation>incertain</translation>
    </message>
    <message>
      <source>{} exists and is no review; choose another name.</source>
      <translation>{} existe et n'est pas une vérification ; choisir un autre nom.</translation>
    </message>
    <message>
      <source>{} holds a review already; open it, or choose another name.</source>
      <translation>{} contient déjà une vérification ; l'ouvrir, ou choisir un autre nom.</translation>
    </message>
    <message>
      <source>{} is open; close it and remove its layers from the project first.</source>
      <translation>{} est ouvert ; le fermer et retirer d'abord ses couches du projet.</translation>
    </message>
    <message>
      <source>The review {} cannot be written: {}</source>
      <translation>Impossible d'écrire la vérification {} : {}</translation>
    </message>
    <message>
      <source>The review {} was not saved: {}</source>
      <translation>La vérification {} n'a pas été enregistrée : {}</translation>
    </message>
    <message>
      <source>the file cannot be written</source>
      <translation>impossible d'écrire le fichier</translation>
    </message>
    <message>
      <source>The review {} is gone; it was moved or deleted.</source>
      <translation>La vérification {} n'existe plus ; elle a été déplacée ou supprimée.</translation>
    </message>
    <message>
      <source>{} is no GeoPackage, or a damaged one.</source>
      <translation>{} n'est pas un GeoPackage, ou il est endommagé.</translation>
    </message>
    <message>
      <source>{} is a GeoPackage, but not a review of changes.</source>
      <translation>{} est un GeoPackage, mais pas une vérification de changements.</translation>
    </message>
    <message>
      <source>{} is not a review of changes: {}</source>
      <translation>{} n'est pas une vérification de changements : {}</translation>
    </message>
    <message>
      <source>This is the review that is open; choose the other reviewer's copy of it.</source>
      <translation>C'est la vérification ouverte ; choisissez la copie de l'autre vérificateur.</translation>
    </message>
    <message>
      <source>{} is another review; choose a copy of this one.</source>
      <translation>{} est une autre vérification ; choisissez une copie de celle-ci.</translation>
    </message>
    <message>
      <source>The line does not cut the outline: it must begin and end outside of it.</source>
      <translation>La ligne ne coupe pas le contour : elle doit commencer et finir à l'extérieur.</translation>
    </message>
    <message>
      <source>Choose two changes or more in the table: Ctrl and a click adds one.</source>
      <translation>Choisissez deux changements ou plus dans la table : Ctrl et un clic en ajoutent un.</translation>
    </message>
    <message>
      <source>The outline encloses nothing: it needs three corners or more.</source>
      <translation>Le contour n'entoure rien : il lui faut trois sommets ou plus.</translation>
    </message>
    <message>
      <source>The review {} cannot be opened: its table of changes is damaged.</source>
      <translation>Impossible d'ouvrir la vérification {} : sa table des changements est endommagée.</translation>
    </message>
    <message>
      <source>Reviewed changes</source>
      <translation>Changements vérifiés</translation>
    </message>
    <message>
      <source>The review {} is closed.</source>
      <translation>La vérification {} est fermée.</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Opens this window's page of the manual in the browser.</source>
      <translation>Ouvre dans le navigateur la page du manuel sur cette fenêtre.</translation>
    </message>
    <message>
      <source>1 class</source>
      <translation>1 classe</translation>
    </message>
    <message>
      <source>{} classes</source>
      <translation>{} classes</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>Reçoit</translation>
    </message>
    <message>
      <source>Gives</source>
      <translation>Donne</translation>
    </message>
    <message>
      <source>fed as 0 to 1</source>
      <translation>reçues de 0 à 1</translation>
    </message>
    <message>
      <source>fed as they are</source>
      <translation>reçues telles quelles</translation>
    </message>
    <message>
      <source>fed with ImageNet's mean and deviation</source>
      <translation>reçues avec la moyenne et l'écart-type d'ImageNet</translation>
    </message>
    <message>
      <source>fed with a mean and deviation of its own</source>
      <translation>reçues avec une moyenne et un écart-type propres</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>About…</source>
      <translation>À propos…</translation>
    </message>
    <message>
      <source>About this model: what it knows, how good it is, on what terms.</source>
      <translation>À propos de ce modèle : ce qu'il sait, ce qu'il vaut, à quelles conditions.</translation>
    </message>
    <message>
      <source>Mean overlap of classes (mIoU)</source>
      <translation>Recouvrement moyen des classes (mIoU)</translation>
    </message>
    <message>
      <source>Overlap (IoU)</source>
      <translation>Recouvrement (IoU)</translation>
    </message>
    <message>
      <source>Share of right pixels</source>
      <translation>Part de pixels justes</translation>
    </message>
    <message>
      <source>Share of right scenes</source>
      <translation>Part de scènes justes</translation>
    </message>
    <message>
      <source>Median overlap of the pairs (IoU)</source>
      <translation>Médiane du recouvrement des paires (IoU)</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Precision (found and right)</source>
      <translation>Précision (trouvé et juste)</translation>
    </message>
    <message>
      <source>Recall (right and found)</source>
      <translation>Rappel (présent et trouvé)</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.5</source>
      <translation>Précision moyenne à IoU 0.5</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.75</source>
      <translation>Précision moyenne à IoU 0.75</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.5, 11 points</source>
      <translation>Précision moyenne à IoU 0.5, 11 points</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.75, 11 points</source>
      <translation>Précision moyenne à IoU 0.75, 11 points</translation>
    </message>
    <message>
      <source>Threshold of the score</source>
      <translation>Seuil du score</translation>
    </message>
    <message>
      <source>Objects found</source>
      <translation>Objets trouvés</translation>
    </message>
    <message>
      <source>Objects in the reference</source>
      <translation>Objets de la référence</translation>
    </message>
    <message>
      <source>Kappa</source>
      <translation>Kappa</translation>
    </message>
    <message>
      <source>Calibration error (ECE)</source>
      <translation>Erreur de calibration (ECE)</translation>
    </message>
    <message>
      <source>Average precision at IoU 0.25</source>
      <translation>Précision moyenne à IoU 0,25</translation>
    </message>
    <message>
      <source>Times that test data were looked at</source>
      <translation>Nombre de fois où les données de test ont été regardées</translation>
    </message>
    <message>
      <source>Mean of the parts</source>
      <translation>Moyenne des parties</translation>
    </message>
    <message>
      <source>Spread of the parts (standard deviation)</source>
      <translation>Dispersion des parties (écart type)</translation>
    </message>
    <message>
      <source>Worst part</source>
      <translation>Plus mauvaise partie</translation>
    </message>
    <message>
      <source>Each part</source>
      <translation>Chaque partie</translation>
    </message>
    <message>
      <source>Each part, random forest</source>
      <translation>Chaque partie, forêt aléatoire</translation>
    </message>
    <message>
      <source>Epochs of training</source>
      <translation>Époques d'entraînement</translation>
    </message>
    <message>
      <source>One view</source>
      <translation>Une vue</translation>
    </message>
    <message>
      <source>Two views</source>
      <translation>Deux vues</translation>
    </message>
    <message>
      <source>Eight views</source>
      <translation>Huit vues</translation>
    </message>
    <message>
      <source>Time of one view</source>
      <translation>Durée d'une vue</translation>
    </message>
    <message>
      <source>Time of two views, times one</source>
      <translation>Durée de deux vues, en multiple d'une seule</translation>
    </message>
    <message>
      <source>Time of eight views, times one</source>
      <translation>Durée de huit vues, en multiple d'une seule</translation>
    </message>
    <message>
      <source>test data</source>
      <translation>données de test</translation>
    </message>
    <message>
      <source>validation data</source>
      <translation>données de validation</translation>
    </message>
    <message>
      <source>another place</source>
      <translation>un autre lieu</translation>
    </message>
    <message>
      <source>parts held out in turn</source>
      <translation>parties mises de côté à tour de rôle</translation>
    </message>
    <message>
      <source>several views, validation data</source>
      <translation>plusieurs vues, données de validation</translation>
    </message>
    <message>
      <source>Random forest</source>
      <translation>Forêt aléatoire</translation>
    </message>
    <message>
      <source>Random forest, connected pixels</source>
      <translation>Forêt aléatoire, pixels connexes</translation>
    </message>
    <message>
      <source>This model, {}</source>
      <translation>Ce modèle, {}</translation>
    </message>
    <message>
      <source>This model</source>
      <translation>Ce modèle</translation>
    </message>
    <message>
      <source>What it makes of an image that it was not trained on.</source>
      <translation>Ce qu'il fait d'une image qui n'a pas servi à l'entraîner.</translation>
    </message>
    <message>
      <source>A picture that came with the model.</source>
      <translation>Une image venue avec le modèle.</translation>
    </message>
    <message>
      <source>comes with the plugin</source>
      <translation>livré avec l'extension</translation>
    </message>
    <message>
      <source>default for {}</source>
      <translation>par défaut pour {}</translation>
    </message>
    <message>
      <source>To be read, not run</source>
      <translation>À lire, pas à exécuter</translation>
    </message>
    <message>
      <source>What it knows</source>
      <translation>Ce qu'il sait</translation>
    </message>
    <message>
      <source>Pixels smaller than {} m or larger than {} m on the ground are outside of what it has learnt.</source>
      <translation>Les pixels de moins de {} m ou de plus de {} m au sol sortent de ce qu'il a appris.</translation>
    </message>
    <message>
      <source>Trained on: {}. Elsewhere expect worse results, and check them before you use them.</source>
      <translation>Entraîné sur : {}. Ailleurs, attendez-vous à de moins bons résultats, et vérifiez-les avant de vous en servir.</translation>
    </message>
    <message>
      <source>What it does not know</source>
      <translation>Ce qu'il ne sait pas</translation>
    </message>
    <message>
      <source>trained for {} m, good for {}</source>
      <translation>entraîné pour {} m, valable pour {}</translation>
    </message>
    <message>
      <source>Bands, in this order</source>
      <translation>Bandes, dans cet ordre</translation>
    </message>
    <message>
      <source>{} pixels, {} of them shared with the neighbour</source>
      <translation>{} pixels, dont {} partagés avec la tuile voisine</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>Valeurs</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>Tuile</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Taille</translation>
    </message>
    <message>
      <source>What it takes</source>
      <translation>Ce qu'il lui faut</translation>
    </message>
    <message>
      <source>{} to {}; other imagery is brought there by its 2nd and 98th percentile</source>
      <translation>{} à {} ; les autres images y sont ramenées par leurs 2e et 98e centiles</translation>
    </message>
    <message>
      <source>{} to {}; of other than 8-bit imagery, values from {} to {} are brought there</source>
      <translation>{} à {} ; pour les images autres que 8 bits, les valeurs de {} à {} y sont ramenées</translation>
    </message>
    <message>
      <source>How good it is</source>
      <translation>Ce qu'il vaut</translation>
    </message>
    <message>
      <source>Nobody has said how it was measured: try it on a place that you know.</source>
      <translation>Personne n'a dit comment il a été mesuré : essayez-le sur un lieu que vous connaissez.</translation>
    </message>
    <message>
      <source>Data and split</source>
      <translation>Données et répartition</translation>
    </message>
    <message>
      <source>Commercial use: allowed, as far as the name of the licence says; keep to its terms.</source>
      <translation>Usage commercial : permis, autant que le dit le nom de la licence ; respectez-en les conditions.</translation>
    </message>
    <message>
      <source>Commercial use: not allowed.</source>
      <translation>Usage commercial : non permis.</translation>
    </message>
    <message>
      <source>Commercial use: not known. Read the licence, or ask its owner.</source>
      <translation>Usage commercial : inconnu. Lisez la licence, ou demandez à son propriétaire.</translation>
    </message>
    <message>
      <source>No licence is stated: without one nothing is allowed.</source>
      <translation>Aucune licence n'est indiquée : sans licence, rien n'est permis.</translation>
    </message>
    <message>
      <source>To be named:</source>
      <translation>À citer :</translation>
    </message>
    <message>
      <source>Pixel on the ground: {}</source>
      <translation>Pixel au sol : {}</translation>
    </message>
    <message>
      <source>bundled</source>
      <translation>livré</translation>
    </message>
    <message>
      <source>mine</source>
      <translation>personnel</translation>
    </message>
    <message>
      <source>catalogue</source>
      <translation>catalogue</translation>
    </message>
    <message>
      <source>Scene classification</source>
      <translation>Classification de scènes</translation>
    </message>
    <message>
      <source>Segmentation</source>
      <translation>Segmentation</translation>
    </message>
    <message>
      <source>Change detection</source>
      <translation>Détection de changements</translation>
    </message>
    <message>
      <source>Object detection</source>
      <translation>Détection d'objets</translation>
    </message>
    <message>
      <source>Another task</source>
      <translation>Autre tâche</translation>
    </message>
    <message>
      <source>{} to {} m</source>
      <translation>{} à {} m</translation>
    </message>
    <message>
      <source>{} m</source>
      <translation>{} m</translation>
    </message>
    <message>
      <source>Pixel</source>
      <translation>Pixel</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Origine</translation>
    </message>
    <message>
      <source>{}, the default for {}</source>
      <translation>{}, par défaut pour {}</translation>
    </message>
    <message>
      <source>This {}</source>
      <translation>Ceci {}</translation>
    </message>
    <message>
      <source>Set by the environment variable {}.</source>
      <translation>Déterminé par la variable d'environnement {}.</translation>
    </message>
    <message>
      <source>By colour interpretation, else the first ones</source>
      <translation>Selon l'interprétation des couleurs, sinon les premières</translation>
    </message>
    <message>
      <source>As chosen here:</source>
      <translation>Comme choisi ici :</translation>
    </message>
    <message>
      <source>Band {}</source>
      <translation>Bande {}</translation>
    </message>
    <message>
      <source>Band {} (the raster has none)</source>
      <translation>Bande {} (le raster n'en a pas)</translation>
    </message>
    <message>
      <source>As written: {}</source>
      <translation>Comme écrit : {}</translation>
    </message>
    <message>
      <source>Automatic: the fastest there is</source>
      <translation>Automatique : le plus rapide disponible</translation>
    </message>
    <message>
      <source>NVIDIA graphics card (CUDA)</source>
      <translation>Carte graphique NVIDIA (CUDA)</translation>
    </message>
    <message>
      <source>NVIDIA graphics card {} (CUDA)</source>
      <translation>Carte graphique NVIDIA {} (CUDA)</translation>
    </message>
    <message>
      <source>Graphics card (DirectML)</source>
      <translation>Carte graphique (DirectML)</translation>
    </message>
    <message>
      <source>metres</source>
      <translation>mètres</translation>
    </message>
    <message>
      <source>Days…</source>
      <translation>Jours…</translation>
    </message>
    <message>
      <source>When each of the chosen images was taken, from calendars; what the layers say is filled in.</source>
      <translation>Quand chacune des images choisies a été prise, avec des calendriers ; ce que disent les couches est déjà inscrit.</translation>
    </message>
    <message>
      <source>Days of the images</source>
      <translation>Jours des images</translation>
    </message>
    <message>
      <source>Choose the images first.</source>
      <translation>Choisir d'abord les images.</translation>
    </message>
    <message>
      <source>The shift could not be measured.</source>
      <translation>Le décalage n'a pas pu être mesuré.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <source>The model's own</source>
      <translation>Celle du modèle</translation>
    </message>
    <message>
      <source>Measures how far the two images that are chosen lie apart, and enters it.</source>
      <translation>Mesure le décalage des deux images choisies et l'inscrit.</translation>
    </message>
    <message>
      <source>Choose the two images first.</source>
      <translation>Choisir d'abord les deux images.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>The shift is being measured…</source>
      <translation>Le décalage est mesuré…</translation>
    </message>
    <message>
      <source>The shift cannot be told: the images have too little in common.</source>
      <translation>Le décalage ne peut être indiqué : les images ont trop peu en commun.</translation>
    </message>
    <message>
      <source>The later image is off by {} pixels.</source>
      <translation>L'image postérieure est décalée de {} pixels.</translation>
    </message>
    <message>
      <source>scene classification</source>
      <translation>la classification de scènes</translation>
    </message>
    <message>
      <source>segmentation</source>
      <translation>la segmentation</translation>
    </message>
    <message>
      <source>change detection</source>
      <translation>la détection de changements</translation>
    </message>
    <message>
      <source>object detection</source>
      <translation>la détection d'objets</translation>
    </message>
    <message>
      <source>{} comes with the plugin and cannot be deleted.</source>
      <translation>{} est livré avec l'extension et ne peut pas être supprimé.</translation>
    </message>
    <message>
      <source>{} cannot be deleted: {}. Is it in use?</source>
      <translation>{} ne peut pas être supprimé : {}. Est-il utilisé ?</translation>
    </message>
    <message>
      <source>There is no model for {}. Put a model folder (with {}) into {}, or install the plugin again to get the bundled ones.</source>
      <translation>Il n'y a pas de modèle pour {}. Mettre un dossier de modèle (avec {}) dans {}, ou réinstaller l'extension pour obtenir les modèles fournis.</translation>
    </message>
    <message>
      <source>Models for {}: {}.</source>
      <translation>Modèles pour {} : {}.</translation>
    </message>
    <message>
      <source>Model '{}' is made for {}. {}</source>
      <translation>Le modèle '{}' est fait pour {}. {}</translation>
    </message>
    <message>
      <source>There is no model '{}'. {}</source>
      <translation>Il n'y a pas de modèle '{}'. {}</translation>
    </message>
    <message>
      <source>Change between two dates…</source>
      <translation>Changement entre deux dates…</translation>
    </message>
    <message>
      <source>Compares two images of one place: choose, look, preview, tune, review, deliver.</source>
      <translation>Compare deux images d'un même lieu : choisir, regarder, prévisualiser, ajuster, vérifier, livrer.</translation>
    </message>
    <message>
      <source>Models…</source>
      <translation>Modèles…</translation>
    </message>
    <message>
      <source>The models at hand: what each knows, and where more can be had.</source>
      <translation>Les modèles disponibles : ce que chacun sait, et où en trouver d'autres.</translation>
    </message>
    <message>
      <source>Device (auto, cpu, cuda, cuda:N or directml)</source>
      <translation>Périphérique (auto, cpu, cuda, cuda:N ou directml)</translation>
    </message>
    <message>
      <source>Threads of the processor (empty or 0: all)</source>
      <translation>Fils d'exécution du processeur (vide ou 0 : tous)</translation>
    </message>
    <message>
      <source>Memory of models that did not come with the plugin (GB, 0: no limit)</source>
      <translation>Mémoire des modèles qui ne sont pas fournis avec l'extension (Go, 0 : pas de limite)</translation>
    </message>
    <message>
      <source>Folder of your models</source>
      <translation>Dossier des modèles personnels</translation>
    </message>
    <message>
      <source>is '{}'; give {}.</source>
      <translation>vaut '{}' ; donner {}.</translation>
    </message>
    <message>
      <source>The setting {}</source>
      <translation>Le paramètre {}</translation>
    </message>
    <message>
      <source>the path of a folder</source>
      <translation>le chemin d'un dossier</translation>
    </message>
    <message>
      <source>the path of a Python</source>
      <translation>le chemin d'un Python</translation>
    </message>
    <message>
      <source>auto, cpu, cuda, cuda:N or directml</source>
      <translation>auto, cpu, cuda, cuda:N ou directml</translation>
    </message>
    <message>
      <source>a whole number from 0 (all) to {}</source>
      <translation>un nombre entier de 0 (tous) à {}</translation>
    </message>
    <message>
      <source>gigabytes, 0 for no limit</source>
      <translation>des gigaoctets, 0 pour aucune limite</translation>
    </message>
    <message>
      <source>no change</source>
      <translation>pas de changement</translation>
    </message>
    <message>
      <source>change</source>
      <translation>changement</translation>
    </message>
    <message>
      <source>right</source>
      <translation>juste</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>fausse</translation>
    </message>
    <message>
      <source>missed</source>
      <translation>manquée</translation>
    </message>
    <message>
      <source>model {}: {} is not among the 'files' of its {}, and nothing else is opened; install it again</source>
      <translation>modèle {} : {} n’est pas parmi les « files » de son {}, et rien d’autre n’est ouvert ; réinstallez-le</translation>
    </message>
    <message>
      <source>model {}: {} cannot be read: {}</source>
      <translation>modèle {} : {} ne peut pas être lu : {}</translation>
    </message>
    <message>
      <source>{}: field 'classes' is wrong: expected {}</source>
      <translation>{} : le champ « classes » est faux : attendu {}</translation>
    </message>
    <message>
      <source>{}: field 'tile_size' is wrong: expected {}, found {}</source>
      <translation>{} : le champ « tile_size » est faux : attendu {}, trouvé {}</translation>
    </message>
    <message>
      <source>{}: field 'files' is wrong: expected {}</source>
      <translation>{} : le champ « files » est faux : attendu {}</translation>
    </message>
    <message>
      <source>{}: the card is not a JSON object</source>
      <translation>{} : la fiche n’est pas un objet JSON</translation>
    </message>
    <message>
      <source>{}: format {} is not known to this version; update the plugin</source>
      <translation>{} : le format {} est inconnu de cette version ; mettez l’extension à jour</translation>
    </message>
    <message>
      <source>{}: {}</source>
      <translation>{} : {}</translation>
    </message>
    <message>
      <source>{} is not a model folder: it has no {}</source>
      <translation>{} n’est pas un dossier de modèle : il n’a pas de {}</translation>
    </message>
    <message>
      <source>model {}: {} is damaged (sha256 differs from the card); install it again</source>
      <translation>modèle {} : {} est endommagé (son sha256 diffère de la fiche) ; réinstallez-le</translation>
    </message>
    <message>
      <source>{} is a Git LFS pointer: a note of where the file lies, not the file. Fetch it with 'git lfs pull', or download the file itself</source>
      <translation>{} est un pointeur Git LFS : une note disant où est le fichier, pas le fichier. Récupérez-le avec « git lfs pull », ou téléchargez le fichier lui-même</translation>
    </message>
    <message>
      <source>{} is a folder; expected a file</source>
      <translation>{} est un dossier ; un fichier était attendu</translation>
    </message>
    <message>
      <source>{} is no regular file but a device or a pipe: refused</source>
      <translation>{} n’est pas un fichier ordinaire mais un périphérique ou un tube : refusé</translation>
    </message>
    <message>
      <source>{} is a link that leads out of the model's folder: put the file itself there</source>
      <translation>{} est un lien qui sort du dossier du modèle : mettez-y le fichier lui-même</translation>
    </message>
    <message>
      <source>{} has {:,} bytes; such a file has at most {:,}</source>
      <translation>{} a {:,} octets ; un tel fichier en a au plus {:,}</translation>
    </message>
    <message>
      <source>{} is no catalogue of models: {}</source>
      <translation>{} n’est pas un catalogue de modèles : {}</translation>
    </message>
    <message>
      <source>{}: format {} of catalogues is not known to this version; update the plugin</source>
      <translation>{} : le format {} de catalogue est inconnu de cette version ; mettez l’extension à jour</translation>
    </message>
    <message>
      <source>{} lists {:,} models; a catalogue has at most {:,}</source>
      <translation>{} liste {:,} modèles ; un catalogue en a au plus {:,}</translation>
    </message>
    <message>
      <source>field 'files' is wrong: a catalogue from the web may not name {}</source>
      <translation>le champ « files » est faux : un catalogue du web ne peut pas nommer {}</translation>
    </message>
    <message>
      <source>{} is no catalogue of models: it is not JSON ({})</source>
      <translation>{} n’est pas un catalogue de modèles : ce n’est pas du JSON ({})</translation>
    </message>
    <message>
      <source>model {} cannot be downloaded: {}</source>
      <translation>le modèle {} ne peut pas être téléchargé : {}</translation>
    </message>
    <message>
      <source>{} is a link: remove it first</source>
      <translation>{} est un lien : supprimez-le d’abord</translation>
    </message>
    <message>
      <source>model {}: {} was damaged on the disk; download it again</source>
      <translation>modèle {} : {} a été endommagé sur le disque ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>{} has more than the {:,} bytes that the catalogue states</source>
      <translation>{} dépasse les {:,} octets annoncés par le catalogue</translation>
    </message>
    <message>
      <source>{} broke off after {:,} of {:,} bytes; what has come is kept</source>
      <translation>{} s’est interrompu après {:,} octets sur {:,} ; ce qui est arrivé est gardé</translation>
    </message>
    <message>
      <source>{} is not the file of the catalogue (its sha256 differs): nothing of it is kept. Tell the publisher, if it happens again</source>
      <translation>{} n’est pas le fichier du catalogue (son sha256 diffère) : rien n’en est gardé. Prévenez l’éditeur si cela se reproduit</translation>
    </message>
    <message>
      <source>field '{}' is wrong: it differs from what the card or the files say ({:.80})</source>
      <translation>le champ « {} » est faux : il diffère de ce que disent la fiche ou les fichiers ({:.80})</translation>
    </message>
    <message>
      <source>field 'files' is wrong: expected at most {}</source>
      <translation>le champ « files » est faux : au plus {} attendus</translation>
    </message>
    <message>
      <source>{} is no model definition of Esri: {}</source>
      <translation>{} n’est pas une définition de modèle d’Esri : {}</translation>
    </message>
    <message>
      <source>{} holds {} .emd files beside each other; a package has one</source>
      <translation>{} contient {} fichiers .emd côte à côte ; un paquet en a un</translation>
    </message>
    <message>
      <source>{} lies in the models folder already</source>
      <translation>{} se trouve déjà dans le dossier des modèles</translation>
    </message>
    <message>
      <source>{} is a symbolic link: refused; put the file itself there</source>
      <translation>{} est un lien symbolique : refusé ; mettez-y le fichier lui-même</translation>
    </message>
    <message>
      <source>{}: {} cannot be read: {}</source>
      <translation>{} : {} ne peut pas être lu : {}</translation>
    </message>
    <message>
      <source>{}: {} is not a JSON object</source>
      <translation>{} : {} n’est pas un objet JSON</translation>
    </message>
    <message>
      <source>model {}: {} has more than {:,} bytes: refused</source>
      <translation>modèle {} : {} dépasse {:,} octets : refusé</translation>
    </message>
    <message>
      <source>model {}: {} is not the file of the card (its sha256 differs): refused</source>
      <translation>modèle {} : {} n’est pas le fichier de la fiche (son sha256 diffère) : refusé</translation>
    </message>
    <message>
      <source>model {}: {} is missing</source>
      <translation>modèle {} : {} manque</translation>
    </message>
    <message>
      <source>model {}: its card came out differently when it was read back</source>
      <translation>modèle {} : sa fiche était différente à la relecture</translation>
    </message>
    <message>
      <source>there is a model '{}' already; delete it first, or have it replaced</source>
      <translation>il y a déjà un modèle « {} » ; supprimez-le d’abord, ou faites-le remplacer</translation>
    </message>
    <message>
      <source>the disk of {} has {:,.0f} MB free, and {:,.0f} MB are needed: make room, or choose another models folder</source>
      <translation>le disque de {} a {:,.0f} Mo libres, et il en faut {:,.0f} : faites de la place, ou choisissez un autre dossier de modèles</translation>
    </message>
    <message>
      <source>'{}' cannot be the name of a folder; change the field 'id' of the card</source>
      <translation>« {} » ne peut pas nommer un dossier ; changez le champ « id » de la fiche</translation>
    </message>
    <message>
      <source>model {}: '{}' cannot be the name of a file; rename it, on the card too</source>
      <translation>modèle {} : « {} » ne peut pas nommer un fichier ; renommez-le, sur la fiche aussi</translation>
    </message>
    <message>
      <source>there are two files '{}' and '{}', which are one on some systems: refused</source>
      <translation>il y a deux fichiers « {} » et « {} », qui n’en font qu’un sur certains systèmes : refusé</translation>
    </message>
    <message>
      <source>there is no model of yours to publish; import one first</source>
      <translation>vous n’avez pas de modèle à publier ; importez-en un d’abord</translation>
    </message>
    <message>
      <source>model {} is a description alone: there is nothing to publish</source>
      <translation>le modèle {} n’est qu’une description : il n’y a rien à publier</translation>
    </message>
    <message>
      <source>this STAC item cannot be read: {}</source>
      <translation>cet élément STAC ne peut pas être lu : {}</translation>
    </message>
    <message>
      <source>{} lists more than a model can hold: refused</source>
      <translation>{} liste plus qu’un modèle ne peut contenir : refusé</translation>
    </message>
    <message>
      <source>{} cannot be read as a zip: {}</source>
      <translation>{} ne peut pas être lu comme un zip : {}</translation>
    </message>
    <message>
      <source>{} holds {:,} files; a model's zip holds at most {}</source>
      <translation>{} contient {:,} fichiers ; le zip d’un modèle en contient au plus {}</translation>
    </message>
    <message>
      <source>{} holds a file without a name: refused</source>
      <translation>{} contient un fichier sans nom : refusé</translation>
    </message>
    <message>
      <source>{} holds '{}', which leads out of its folder: refused</source>
      <translation>{} contient « {} », qui en sort : refusé</translation>
    </message>
    <message>
      <source>{} holds '{}', a link or a device: refused</source>
      <translation>{} contient « {} », un lien ou un périphérique : refusé</translation>
    </message>
    <message>
      <source>{}: {} would have {:,} bytes: refused</source>
      <translation>{} : {} aurait {:,} octets : refusé</translation>
    </message>
    <message>
      <source>{}: {} would grow from {:,} to {:,} bytes, as no model does: refused</source>
      <translation>{} : {} passerait de {:,} à {:,} octets, comme aucun modèle : refusé</translation>
    </message>
    <message>
      <source>{} has no {}: it is not the zip of a model folder</source>
      <translation>{} n’a pas de {} : ce n’est pas le zip d’un dossier de modèle</translation>
    </message>
    <message>
      <source>{}: {} is encrypted; unpack it, and import the folder</source>
      <translation>{} : {} est chiffré ; décompressez-le et importez le dossier</translation>
    </message>
    <message>
      <source>{}: {} is packed in an unusual way; unpack it, and import the folder</source>
      <translation>{} : {} est compressé de façon inhabituelle ; décompressez-le et importez le dossier</translation>
    </message>
    <message>
      <source>{}: {} has {:,} bytes; such a file has at most {:,}</source>
      <translation>{} : {} a {:,} octets ; un tel fichier en a au plus {:,}</translation>
    </message>
    <message>
      <source>{}: {} is damaged ({}): refused</source>
      <translation>{} : {} est endommagé ({}) : refusé</translation>
    </message>
    <message>
      <source>model {}: {} is for another number of bands; install the model again</source>
      <translation>modèle {} : {} est pour un autre nombre de bandes ; réinstallez le modèle</translation>
    </message>
    <message>
      <source>model {}: {} cannot be read ({}); install the model again</source>
      <translation>modèle {} : {} ne peut pas être lu ({}) ; réinstallez le modèle</translation>
    </message>
    <message>
      <source>model {}: {} is damaged; install the model again</source>
      <translation>modèle {} : {} est endommagé ; réinstallez le modèle</translation>
    </message>
    <message>
      <source>it is much darker</source>
      <translation>elle est beaucoup plus sombre</translation>
    </message>
    <message>
      <source>it is much brighter</source>
      <translation>elle est beaucoup plus claire</translation>
    </message>
    <message>
      <source>see SCALING; another product, season or sensor?</source>
      <translation>voir SCALING ; autre produit, autre saison ou autre capteur ?</translation>
    </message>
    <message>
      <source>it has much less contrast</source>
      <translation>elle est beaucoup moins contrastée</translation>
    </message>
    <message>
      <source>it has much more contrast</source>
      <translation>elle est beaucoup plus contrastée</translation>
    </message>
    <message>
      <source>see SCALING; haze, or a stretched copy?</source>
      <translation>voir SCALING ; brume, ou copie étirée ?</translation>
    </message>
    <message>
      <source>its colours go together less</source>
      <translation>ses couleurs vont moins ensemble</translation>
    </message>
    <message>
      <source>its colours go together more</source>
      <translation>ses couleurs vont davantage ensemble</translation>
    </message>
    <message>
      <source>other bands, or another kind of image?</source>
      <translation>autres bandes, ou autre type d’image ?</translation>
    </message>
    <message>
      <source>it is much more blurred</source>
      <translation>elle est beaucoup plus floue</translation>
    </message>
    <message>
      <source>it is much sharper</source>
      <translation>elle est beaucoup plus nette</translation>
    </message>
    <message>
      <source>another ground resolution?</source>
      <translation>une autre résolution au sol ?</translation>
    </message>
    <message>
      <source>the bands seem to be in another order than model {} was trained with: BANDS {} would look right. If so, run it again; the result is wrong</source>
      <translation>Les bandes semblent être dans un autre ordre que lors de l’entraînement du modèle {} : BANDS {} aurait l’air juste. Si c’est le cas, relancez l’outil ; le résultat est faux</translation>
    </message>
    <message>
      <source>{:.0%} of what is seen here is unlike what model {} was trained on: {}. Do not trust the result there without looking</source>
      <translation>{:.0%} de ce qui est vu ici ne ressemble pas à ce sur quoi le modèle {} a été entraîné : {}. Ne vous fiez pas au résultat à ces endroits sans vérifier</translation>
    </message>
    <message>
      <source>nearly all values lie at one end of the model's range (see SCALING)</source>
      <translation>presque toutes les valeurs sont à une extrémité de la plage du modèle (voir SCALING)</translation>
    </message>
    <message>
      <source>its light and colours are as in the training, what it shows is not</source>
      <translation>la lumière et les couleurs sont celles de l’entraînement, pas ce qui est montré</translation>
    </message>
    <message>
      <source>{} ({})</source>
      <translation>{} ({})</translation>
    </message>
    <message>
      <source>{}, line {}: not a feature: {}</source>
      <translation>{}, ligne {} : pas une entité : {}</translation>
    </message>
    <message>
      <source>{} cannot be written: {}. Choose another place</source>
      <translation>{} ne peut pas être écrit : {}. Choisissez un autre emplacement</translation>
    </message>
    <message>
      <source>{} exists: choose another name, or remove it first</source>
      <translation>{} existe : choisissez un autre nom, ou supprimez-le d’abord</translation>
    </message>
    <message>
      <source>{} cannot be written to: {}. Choose another place</source>
      <translation>impossible d’écrire dans {} : {}. Choisissez un autre emplacement</translation>
    </message>
    <message>
      <source>{} cannot be written to: {}. Is the disk full?</source>
      <translation>impossible d’écrire dans {} : {}. Le disque est-il plein ?</translation>
    </message>
    <message>
      <source>resolution</source>
      <translation>résolution</translation>
    </message>
    <message>
      <source>{}, {}</source>
      <translation>{}, {}</translation>
    </message>
    <message>
      <source>grid offset or size</source>
      <translation>décalage ou taille de la grille</translation>
    </message>
    <message>
      <source>one of the two dates has no coordinate reference system: assign it, or take it off both</source>
      <translation>une des deux dates n’a pas de système de coordonnées : attribuez-le, ou retirez-le aux deux</translation>
    </message>
    <message>
      <source>one of the two dates has no georeference: georeference it, or take it off both</source>
      <translation>une des deux dates n’est pas géoréférencée : géoréférencez-la, ou retirez-le aux deux</translation>
    </message>
    <message>
      <source>the two dates have no georeference and different sizes ({}): georeference them first</source>
      <translation>les deux dates ne sont pas géoréférencées et de tailles différentes ({}) : géoréférencez-les d’abord</translation>
    </message>
    <message>
      <source>the {} is moved by {:g}, {:g}</source>
      <translation>La {} est déplacée de {:g}, {:g}</translation>
    </message>
    <message>
      <source>the {} is warped onto the before date's grid (different {})</source>
      <translation>La {} est rééchantillonnée sur la grille de la date d’avant ({} différente)</translation>
    </message>
    <message>
      <source>the two dates do not overlap: choose rasters (or an extent) of the same area</source>
      <translation>les deux dates ne se recouvrent pas : choisissez des rasters (ou une emprise) de la même zone</translation>
    </message>
    <message>
      <source>the extent is empty: draw one with a width and a height</source>
      <translation>l’emprise est vide : dessinez-en une avec une largeur et une hauteur</translation>
    </message>
    <message>
      <source>the extent lies outside the raster: choose one that overlaps it</source>
      <translation>l’emprise est hors du raster : choisissez-en une qui le recouvre</translation>
    </message>
    <message>
      <source>the mask holds no polygons: draw some, or leave the mask out</source>
      <translation>le masque n’a pas de polygone : dessinez-en, ou laissez le masque vide</translation>
    </message>
    <message>
      <source>the polygons of the mask lie outside the area to work on: choose others, or another extent</source>
      <translation>les polygones du masque sont hors de la zone à traiter : choisissez-en d’autres, ou une autre emprise</translation>
    </message>
    <message>
      <source>values of the after date are matched to the before date's: {}</source>
      <translation>Les valeurs de la date d’après sont ajustées à celles de la date d’avant : {}</translation>
    </message>
    <message>
      <source>{} is damaged: it cannot be read at {} ({})</source>
      <translation>{} est endommagé : il ne peut pas être lu à {} ({})</translation>
    </message>
    <message>
      <source>located by ground control points: polygons and areas follow their best straight fit</source>
      <translation>localisé par des points de contrôle : polygones et surfaces suivent leur meilleur ajustement affine</translation>
    </message>
    <message>
      <source>located by rational polynomials: polygons and areas follow their best straight fit</source>
      <translation>localisé par des polynômes rationnels : polygones et surfaces suivent leur meilleur ajustement affine</translation>
    </message>
    <message>
      <source>the raster has no georeference: results are in pixels</source>
      <translation>Le raster n’est pas géoréférencé : les résultats sont en pixels</translation>
    </message>
    <message>
      <source>the raster has no coordinate reference system: areas are counted in pixels</source>
      <translation>Le raster n’a pas de système de coordonnées : les surfaces sont comptées en pixels</translation>
    </message>
    <message>
      <source>the raster's coordinate reference system is not tied to the Earth: areas are counted in pixels</source>
      <translation>Le système de coordonnées du raster n’est pas rattaché à la Terre : les surfaces sont comptées en pixels</translation>
    </message>
    <message>
      <source>{}: {} bands were given; the model needs {} ({})</source>
      <translation>{} : {} bandes ont été données ; il en faut {} au modèle ({})</translation>
    </message>
    <message>
      <source>{} has no band {}: it has bands 1 to {}</source>
      <translation>{} n’a pas de bande {} : il a les bandes 1 à {}</translation>
    </message>
    <message>
      <source>{} has {} {}; the model needs {} ({}). Choose another raster, or name a band several times in BANDS</source>
      <translation>{} a {} {} ; il en faut {} au modèle ({}). Choisissez un autre raster, ou nommez une bande plusieurs fois dans BANDS</translation>
    </message>
    <message>
      <source>bands {}</source>
      <translation>bandes {}</translation>
    </message>
    <message>
      <source>bands {}: the first ones, as the raster does not say which is which</source>
      <translation>bandes {} : les premières, car le raster ne dit pas laquelle est laquelle</translation>
    </message>
    <message>
      <source>{} cannot be opened as a raster: {}</source>
      <translation>{} ne peut pas être ouvert comme raster : {}</translation>
    </message>
    <message>
      <source>{}: band {} holds complex values; convert it to amplitudes first</source>
      <translation>{} : la bande {} contient des valeurs complexes ; convertissez-les d’abord en amplitudes</translation>
    </message>
    <message>
      <source>values are used as they are</source>
      <translation>les valeurs sont utilisées telles quelles</translation>
    </message>
    <message>
      <source>values {:g} to {:g} are scaled to {:g} to {:g}</source>
      <translation>les valeurs de {:g} à {:g} sont ramenées à {:g} à {:g}</translation>
    </message>
    <message>
      <source>SCALING {} is for models of Sentinel-2 reflectance; this one takes other imagery</source>
      <translation>SCALING {} est pour les modèles de réflectance Sentinel-2 ; celui-ci prend d’autres images</translation>
    </message>
    <message>
      <source>this extent</source>
      <translation>cette emprise</translation>
    </message>
    <message>
      <source>the whole raster</source>
      <translation>tout le raster</translation>
    </message>
    <message>
      <source>what was copied of the raster</source>
      <translation>la partie copiée du raster</translation>
    </message>
    <message>
      <source>the raster holds no data in {}: choose another extent or raster</source>
      <translation>le raster est sans données dans {} : choisissez une autre emprise ou un autre raster</translation>
    </message>
    <message>
      <source>minimum and maximum</source>
      <translation>minimum et maximum</translation>
    </message>
    <message>
      <source>2nd and 98th percentile</source>
      <translation>2e et 98e percentiles</translation>
    </message>
    <message>
      <source>{} of each band in {} ({}) are scaled to {:g} to {:g}</source>
      <translation>{} de chaque bande dans {} ({}) sont ramenés à {:g} à {:g}</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance times 10,000, as is said by SCALING</source>
      <translation>réflectance Sentinel-2 fois 10 000, comme le dit SCALING</translation>
    </message>
    <message>
      <source>Sentinel-2 reflectance times 10,000 with 1000 added, as is said by SCALING</source>
      <translation>réflectance Sentinel-2 fois 10 000 plus 1000, comme le dit SCALING</translation>
    </message>
    <message>
      <source>8-bit true colour of a Sentinel-2 product, as is said by SCALING</source>
      <translation>couleurs naturelles 8 bits d’un produit Sentinel-2, comme le dit SCALING</translation>
    </message>
    <message>
      <source>reflectance as shares of one, as its values say</source>
      <translation>réflectance en fraction de un, d’après les valeurs</translation>
    </message>
    <message>
      <source>reflectance times 10,000 with 1000 added, as its darkest values say; if that is wrong, choose SCALING sentinel2</source>
      <translation>réflectance fois 10 000 plus 1000, d’après les valeurs les plus sombres ; si c’est faux, choisissez SCALING sentinel2</translation>
    </message>
    <message>
      <source>reflectance as the raster's own scale and offset say</source>
      <translation>réflectance selon l’échelle et le décalage du raster</translation>
    </message>
    <message>
      <source>reflectance times 10,000 with 1000 added, by its processing baseline {:.2f}</source>
      <translation>réflectance fois 10 000 plus 1000, d’après la version de traitement {:.2f}</translation>
    </message>
    <message>
      <source>reflectance times 10,000, by its processing baseline {:.2f}</source>
      <translation>réflectance fois 10 000, d’après la version de traitement {:.2f}</translation>
    </message>
    <message>
      <source>tile</source>
      <translation>tuile</translation>
    </message>
    <message>
      <source>the run was cancelled</source>
      <translation>l’exécution a été annulée</translation>
    </message>
    <message>
      <source>{} {} of {}</source>
      <translation>{} {} sur {}</translation>
    </message>
    <message>
      <source>{}, {} left</source>
      <translation>{}, encore {}</translation>
    </message>
    <message>
      <source>not a job: unknown tool {:.80}</source>
      <translation>pas une tâche : outil inconnu {:.80}</translation>
    </message>
    <message>
      <source>not a job: {}</source>
      <translation>pas une tâche : {}</translation>
    </message>
    <message>
      <source>two outputs are called {}: give each its own name</source>
      <translation>deux sorties s’appellent {} : donnez un nom à chacune</translation>
    </message>
    <message>
      <source>{} is an input of this run: give the output another name</source>
      <translation>{} est une entrée de cette exécution : donnez un autre nom à la sortie</translation>
    </message>
    <message>
      <source>no output was asked for: name at least one that this task writes</source>
      <translation>aucune sortie n’a été demandée : nommez-en au moins une que cette tâche écrit</translation>
    </message>
    <message>
      <source>unknown device {}: use auto, cpu, cuda, cuda:N or directml</source>
      <translation>appareil inconnu {} : utilisez auto, cpu, cuda, cuda:N ou directml</translation>
    </message>
    <message>
      <source>directml is not available: {}. Choose the device auto or cpu</source>
      <translation>directml n’est pas disponible : {}. Choisissez l’appareil auto ou cpu</translation>
    </message>
    <message>
      <source>{} is not available: {}. Choose the device auto or cpu</source>
      <translation>{} n’est pas disponible : {}. Choisissez l’appareil auto ou cpu</translation>
    </message>
    <message>
      <source>{} is not available: ONNX Runtime took {} in its place; the driver may be too old or its libraries missing. Choose the device cpu</source>
      <translation>{} n’est pas disponible : ONNX Runtime a pris {} à la place ; le pilote est peut-être trop ancien, ou ses bibliothèques manquent. Choisissez l’appareil cpu</translation>
    </message>
    <message>
      <source>{} cannot be loaded by ONNX Runtime {}: {}</source>
      <translation>{} ne peut pas être chargé par ONNX Runtime {} : {}</translation>
    </message>
    <message>
      <source>{} cannot work on images of {}: {}</source>
      <translation>{} ne peut pas traiter des images de {} : {}</translation>
    </message>
    <message>
      <source>model {} takes {} images; its task needs {}</source>
      <translation>le modèle {} prend {} images ; sa tâche en demande {}</translation>
    </message>
    <message>
      <source>model {} needs PyTorch, which the engine's environment lacks: {}</source>
      <translation>le modèle {} a besoin de PyTorch, qui manque à l’environnement du moteur : {}</translation>
    </message>
    <message>
      <source>model {} cannot be loaded by PyTorch: {}</source>
      <translation>le modèle {} ne peut pas être chargé par PyTorch : {}</translation>
    </message>
    <message>
      <source>model {} cannot work on images of {}: {}</source>
      <translation>le modèle {} ne peut pas traiter des images de {} : {}</translation>
    </message>
    <message>
      <source>{} holds values from {:g} to {:g}: it is no raster of probabilities, which go from 0 to 1. Choose the probability raster of a change run</source>
      <translation>{} a des valeurs de {:g} à {:g} : ce n’est pas un raster de probabilités, qui vont de 0 à 1. Choisissez le raster de probabilité d’une détection de changement</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected {} classes</source>
      <translation>le modèle {} donne {} pour une tuile ; {} classes étaient attendues</translation>
    </message>
    <message>
      <source>polygons that lie outside the raster, left out: {}</source>
      <translation>polygones hors du raster, laissés de côté : {}</translation>
    </message>
    <message>
      <source>no polygon overlaps the raster: check the layer and its coordinate reference system</source>
      <translation>aucun polygone ne recouvre le raster : vérifiez la couche et son système de coordonnées</translation>
    </message>
    <message>
      <source>cell</source>
      <translation>cellule</translation>
    </message>
    <message>
      <source>polygons that lie where the raster holds no data, left out: {}</source>
      <translation>polygones là où le raster est sans données, laissés de côté : {}</translation>
    </message>
    <message>
      <source>model {} has classes 0 to {}; {} were asked for</source>
      <translation>le modèle {} a les classes 0 à {} ; {} ont été demandées</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected rows of {} values</source>
      <translation>le modèle {} donne {} pour une tuile ; des lignes de {} valeurs étaient attendues</translation>
    </message>
    <message>
      <source>1 to {} change rasters are needed; {} were given</source>
      <translation>il faut de 1 à {} rasters de changement ; {} ont été donnés</translation>
    </message>
    <message>
      <source>{} change rasters need as many names; {} were given</source>
      <translation>{} rasters de changement demandent autant de noms ; {} ont été donnés</translation>
    </message>
    <message>
      <source>first change: row</source>
      <translation>premier changement : ligne</translation>
    </message>
    <message>
      <source>{} lies on another grid than {}: use change rasters that were made on one grid</source>
      <translation>{} est sur une autre grille que {} : utilisez des rasters de changement faits sur une même grille</translation>
    </message>
    <message>
      <source>import: step</source>
      <translation>importation : étape</translation>
    </message>
    <message>
      <source>step</source>
      <translation>étape</translation>
    </message>
    <message>
      <source>the two dates have no pixel in common that holds data: choose rasters of one area</source>
      <translation>les deux dates n’ont aucun pixel de données en commun : choisissez des rasters d’une même zone</translation>
    </message>
    <message>
      <source>model {} gives {} for a tile; expected {}</source>
      <translation>le modèle {} donne {} pour une tuile ; {} était attendu</translation>
    </message>
    <message>
      <source>polygons: row</source>
      <translation>polygones : ligne</translation>
    </message>
    <message>
      <source>change: row</source>
      <translation>changement : ligne</translation>
    </message>
    <message>
      <source>the spread over views needs more than one view: choose VIEWS 2 or 8, or leave it out</source>
      <translation>la dispersion entre vues demande plus d’une vue : choisissez VIEWS 2 ou 8, ou laissez-la de côté</translation>
    </message>
    <message>
      <source>model {} is made for {}; this needs one for {}</source>
      <translation>le modèle {} est fait pour {} ; il en faut un pour {}</translation>
    </message>
    <message>
      <source>model {} on {}, {}</source>
      <translation>modèle {} sur {}, {}</translation>
    </message>
    <message>
      <source>each tile is looked at in {} orientations</source>
      <translation>chaque tuile est vue dans {} orientations</translation>
    </message>
    <message>
      <source>the raster holds no data {} (all of it is nodata): choose another extent or raster</source>
      <translation>le raster est sans données {} (tout est nodata) : choisissez une autre emprise ou un autre raster</translation>
    </message>
    <message>
      <source>model {} does not say what it was trained on, so that nothing can be told of what is unfamiliar to it: leave that output out, or choose another model</source>
      <translation>le modèle {} ne dit pas sur quoi il a été entraîné, si bien qu’on ne peut dire ce qui lui est inconnu : laissez cette sortie de côté, ou choisissez un autre modèle</translation>
    </message>
    <message>
      <source>a tile of {} pixels may take {} of memory; {} are available: choose a smaller tile size, or close other programs</source>
      <translation>une tuile de {} pixels peut prendre {} de mémoire ; {} sont disponibles : choisissez une taille de tuile plus petite, ou fermez d’autres programmes</translation>
    </message>
    <message>
      <source>RESOLUTION is {}, but the raster does not say how large its pixels are on the ground: give it a coordinate reference system, or leave RESOLUTION at 'image'</source>
      <translation>RESOLUTION vaut {}, mais le raster ne dit pas la taille de ses pixels au sol : donnez-lui un système de coordonnées, ou laissez RESOLUTION à « image »</translation>
    </message>
    <message>
      <source>RESOLUTION asks for {:g} m, and pixels of this raster are {:.3g} m: from {:.3g} to {:.3g} m can be bridged; resample the raster first</source>
      <translation>RESOLUTION demande {:g} m, et les pixels de ce raster font {:.3g} m : on peut aller de {:.3g} à {:.3g} m ; rééchantillonnez d’abord le raster</translation>
    </message>
    <message>
      <source>memory is short: {} instead of {} tiles a step, {} instead of {} steps at a time</source>
      <translation>la mémoire manque : {} tuiles par étape au lieu de {}, {} étapes à la fois au lieu de {}</translation>
    </message>
    <message>
      <source>tile size {} does not fit model {}: it takes tiles {}</source>
      <translation>la taille de tuile {} ne convient pas au modèle {} : il prend des tuiles {}</translation>
    </message>
    <message>
      <source>tile size {} does not fit model {}: it takes multiples of {} from {}, e.g. {} or {}</source>
      <translation>la taille de tuile {} ne convient pas au modèle {} : il prend des multiples de {} à partir de {}, p. ex. {} ou {}</translation>
    </message>
    <message>
      <source>overlap {} is too large: at most half of the tile, {}</source>
      <translation>le recouvrement {} est trop grand : au plus la moitié de la tuile, {}</translation>
    </message>
    <message>
      <source>before date</source>
      <translation>date d’avant</translation>
    </message>
    <message>
      <source>after date</source>
      <translation>date d’après</translation>
    </message>
    <message>
      <source>colours are matched by what was copied of the rasters, not by the whole of them</source>
      <translation>les couleurs sont ajustées d’après la partie copiée des rasters, pas leur ensemble</translation>
    </message>
    <message>
      <source>the model sees pixels of {:.3g} m; results have the raster's of {:.3g} m</source>
      <translation>le modèle voit des pixels de {:.3g} m ; les résultats ont ceux du raster, de {:.3g} m</translation>
    </message>
    <message>
      <source>Choose RESOLUTION 'model', which shows it so</source>
      <translation>Choisissez RESOLUTION « model », qui le lui montre ainsi</translation>
    </message>
    <message>
      <source>Expect poor results</source>
      <translation>Attendez-vous à de mauvais résultats</translation>
    </message>
    <message>
      <source>the model sees pixels of {:.3g} m on the ground; {} was made for {:g} m ({:g} to {:g} m). {}</source>
      <translation>le modèle voit des pixels de {:.3g} m au sol ; {} est fait pour {:g} m (de {:g} à {:g} m). {}</translation>
    </message>
    <message>
      <source>scale {:g} is not between {:g} and {:g}</source>
      <translation>l’échelle {:g} n’est pas entre {:g} et {:g}</translation>
    </message>
    <message>
      <source>the engine ran out of memory: choose smaller tiles or a smaller batch</source>
      <translation>le moteur manque de mémoire : choisissez des tuiles plus petites ou moins de tuiles par étape</translation>
    </message>
    <message>
      <source>reading {}</source>
      <translation>lecture de {}</translation>
    </message>
    <message>
      <source>{} is {} for {}, {} classes</source>
      <translation>{} est {} pour {}, {} classes</translation>
    </message>
    <message>
      <source>exporting {}, classes of {}</source>
      <translation>export de {}, classes de {}</translation>
    </message>
    <message>
      <source>comparing the exported model with the network</source>
      <translation>comparaison du modèle exporté avec le réseau</translation>
    </message>
    <message>
      <source>licence of the model: {}</source>
      <translation>licence du modèle : {}</translation>
    </message>
    <message>
      <source>{} is no file</source>
      <translation>{} n’est pas un fichier</translation>
    </message>
    <message>
      <source>importing {} needs {}; the engine's Python lacks {}. Set up {} (Engine… in QGIS's menu Raster, LWGANet), or install with: {} -m pip install {}</source>
      <translation>importer {} demande {} ; {} manque au Python du moteur. Installez {} (Moteur… dans le menu Raster, LWGANet de QGIS), ou avec : {} -m pip install {}</translation>
    </message>
    <message>
      <source>{} is no valid ONNX graph: its nodes need each other in a circle</source>
      <translation>{} n’est pas un graphe ONNX valide : ses nœuds dépendent les uns des autres en boucle</translation>
    </message>
    <message>
      <source>{} has an old operator set, which cannot be brought up to {} ({}): export it again with opset 17</source>
      <translation>{} a un ancien jeu d’opérateurs, qui ne peut être porté à {} ({}) : réexportez-le avec l’opset 17</translation>
    </message>
    <message>
      <source>{} has {:,} bytes; an ONNX file has at most {:,}</source>
      <translation>{} a {:,} octets ; un fichier ONNX en a au plus {:,}</translation>
    </message>
    <message>
      <source>{} is no ONNX file, or damaged or cut off; download it again</source>
      <translation>{} n’est pas un fichier ONNX, ou est endommagé ou tronqué ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>{} is no ONNX file, or empty: it holds no graph</source>
      <translation>{} n’est pas un fichier ONNX, ou est vide : il ne contient pas de graphe</translation>
    </message>
    <message>
      <source>{} keeps weights in another file, which is not followed: save it as one file (onnx.save with save_as_external_data=False) and import that</source>
      <translation>{} garde ses poids dans un autre fichier, qui n’est pas suivi : enregistrez-le en un seul fichier (onnx.save avec save_as_external_data=False) et importez celui-ci</translation>
    </message>
    <message>
      <source>{} is damaged: {} claims {:,} numbers, has {:,}</source>
      <translation>{} est endommagé : {} annonce {:,} nombres, en a {:,}</translation>
    </message>
    <message>
      <source>{} needs operator set {}; the installed onnx knows {}: export it again with opset 17</source>
      <translation>{} demande le jeu d’opérateurs {} ; l’onnx installé connaît {} : réexportez-le avec l’opset 17</translation>
    </message>
    <message>
      <source>{} has operator set {}; {} or newer is needed: export it again with opset 17</source>
      <translation>{} a le jeu d’opérateurs {} ; il faut {} ou plus récent : réexportez-le avec l’opset 17</translation>
    </message>
    <message>
      <source>{} needs operators of {}, which ONNX Runtime does not have and which would be another's code: refused. Export it with standard operators</source>
      <translation>{} demande des opérateurs de {}, qu’ONNX Runtime n’a pas et qui seraient le code d’un autre : refusé. Exportez-le avec des opérateurs standard</translation>
    </message>
    <message>
      <source>{} takes {} of {}; expected float images, or bytes: batch x bands x height x width</source>
      <translation>{} prend {} de {} ; attendu des images flottantes, ou des octets : lot x bandes x hauteur x largeur</translation>
    </message>
    <message>
      <source>{} takes {} inputs; models here take one image</source>
      <translation>{} prend {} entrées ; ici les modèles prennent une image</translation>
    </message>
    <message>
      <source>{} takes {} bands; models have up to 255</source>
      <translation>{} prend {} bandes ; les modèles en ont jusqu’à 255</translation>
    </message>
    <message>
      <source>{} takes images of {} x {} pixels: tiles here are square; export it so</source>
      <translation>{} prend des images de {} x {} pixels : les tuiles sont carrées ici ; exportez-le ainsi</translation>
    </message>
    <message>
      <source>{} is no valid ONNX graph: {}</source>
      <translation>{} n’est pas un graphe ONNX valide : {}</translation>
    </message>
    <message>
      <source>{} has {} classes; models have up to {}</source>
      <translation>{} a {} classes ; les modèles en ont jusqu’à {}</translation>
    </message>
    <message>
      <source>{} class names were given; {} has {}{}</source>
      <translation>{} noms de classes ont été donnés ; {} en a {}{}</translation>
    </message>
    <message>
      <source>{} names {} classes and has {}: give the names of its classes in its order</source>
      <translation>{} nomme {} classes et en a {} : donnez les noms de ses classes dans son ordre</translation>
    </message>
    <message>
      <source>it works on {} tiles at a time, and fills up smaller batches: make them as large</source>
      <translation>il traite {} tuiles à la fois et complète les lots plus petits : donnez-leur cette taille</translation>
    </message>
    <message>
      <source>its classes are scored each by itself (sigmoid): each pixel gets the best, however low all are</source>
      <translation>chaque classe a son propre score (sigmoïde) : chaque pixel reçoit la meilleure, si basses soient-elles toutes</translation>
    </message>
    <message>
      <source>it gives classes without scores: a score tells only how many tiles over a pixel agree</source>
      <translation>il donne des classes sans score : un score dit seulement combien de tuiles s’accordent sur un pixel</translation>
    </message>
    <message>
      <source>its maps leave out {} pixels at each side: tiles are extended by their mirror image</source>
      <translation>ses cartes omettent {} pixels de chaque côté : les tuiles sont prolongées par leur image miroir</translation>
    </message>
    <message>
      <source>each pixel gets its best class, however low its score (the file says seg_thresh {:g})</source>
      <translation>chaque pixel reçoit sa meilleure classe, si bas que soit son score (le fichier dit seg_thresh {:g})</translation>
    </message>
    <message>
      <source>a score of 0.5 stands for a probability of {:g}, where the class begins</source>
      <translation>un score de 0,5 correspond à une probabilité de {:g}, où commence la classe</translation>
    </message>
    <message>
      <source>{} gives something else inside the model folder on {} tiles, {:.3g} times what is allowed: it was not kept. Please report it with the name of the file</source>
      <translation>{} donne autre chose dans le dossier du modèle sur {} tuiles, {:.3g} fois ce qui est permis : il n’a pas été gardé. Merci de le signaler avec le nom du fichier</translation>
    </message>
    <message>
      <source>{} cannot be imported: {}. {}</source>
      <translation>{} ne peut pas être importé : {}. {}</translation>
    </message>
    <message>
      <source>{} cannot be imported: {}</source>
      <translation>{} ne peut pas être importé : {}</translation>
    </message>
    <message>
      <source>{} is for {}; running it on tiles</source>
      <translation>{} est pour {} ; exécution sur des tuiles</translation>
    </message>
    <message>
      <source>{} is {} of {} classes, tiles of {} pixels</source>
      <translation>{} est {} de {} classes, tuiles de {} pixels</translation>
    </message>
    <message>
      <source>{} cannot be put behind a model's interface: {}</source>
      <translation>{} ne peut pas être placé derrière l’interface d’un modèle : {}</translation>
    </message>
    <message>
      <source>comparing the model with the file</source>
      <translation>comparaison du modèle avec le fichier</translation>
    </message>
    <message>
      <source>its det_type {} is not known; known: {}</source>
      <translation>son det_type {} est inconnu ; connus : {}</translation>
    </message>
    <message>
      <source>it does not name its classes, whose number cannot be told otherwise: give their names</source>
      <translation>il ne nomme pas ses classes, dont le nombre ne peut se savoir autrement : donnez leurs noms</translation>
    </message>
    <message>
      <source>its output of {} for an image is not that of {} with {}</source>
      <translation>sa sortie de {} pour une image n’est pas celle de {} avec {}</translation>
    </message>
    <message>
      <source>{}: all of its {:,} boxes {}. {}</source>
      <translation>{} : toutes ses {:,} boîtes {}. {}</translation>
    </message>
    <message>
      <source>{} lists boxes of class {:g}; it has {} classes, from 0 to {}. Give the names of all, or export it as its metadata say</source>
      <translation>{} liste des boîtes de classe {:g} ; il a {} classes, de 0 à {}. Donnez tous leurs noms, ou exportez-le comme ses métadonnées le disent</translation>
    </message>
    <message>
      <source>it gives maps of {}; {} means {}: say {}</source>
      <translation>il donne des cartes de {} ; {} signifie {} : dites {}</translation>
    </message>
    <message>
      <source>it gives values from {:.3g} to {:.3g}; {} means 0 to 1: say {}</source>
      <translation>il donne des valeurs de {:.3g} à {:.3g} ; {} signifie de 0 à 1 : dites {}</translation>
    </message>
    <message>
      <source>its values for the classes add up to {:.3g}, as probabilities do not: say {}</source>
      <translation>ses valeurs pour les classes totalisent {:.3g}, ce que ne font pas des probabilités : dites {}</translation>
    </message>
    <message>
      <source>it gives values from {:.3g} to {:.3g}; map_classes means whole numbers from 0: say map_probability or map_logit</source>
      <translation>il donne des valeurs de {:.3g} à {:.3g} ; map_classes signifie des entiers à partir de 0 : dites map_probability ou map_logit</translation>
    </message>
    <message>
      <source>it gives the numbers of classes, which do not tell how many there are: give their names</source>
      <translation>il donne les numéros des classes, qui ne disent pas combien il y en a : donnez leurs noms</translation>
    </message>
    <message>
      <source>it gives class {:.0f}, and {} from 0 to {} are named: name all</source>
      <translation>il donne la classe {:.0f}, et {} de 0 à {} sont nommées : nommez-les toutes</translation>
    </message>
    <message>
      <source>{} takes no images</source>
      <translation>{} ne prend pas d’images</translation>
    </message>
    <message>
      <source>{}. It was tried on images of {} pixels: if it takes those of another side alone, say its tile size</source>
      <translation>{}. Il a été essayé sur des images de {} pixels : s’il ne prend que celles d’un autre côté, indiquez sa taille de tuile</translation>
    </message>
    <message>
      <source>its metadata have a value of {:,} characters: refused unread</source>
      <translation>ses métadonnées ont une valeur de {:,} caractères : refusée sans lecture</translation>
    </message>
    <message>
      <source>its metadata say {} {}: expected {}</source>
      <translation>ses métadonnées disent {} {} : attendu {}</translation>
    </message>
    <message>
      <source>its metadata say {} {}: expected a list of numbers, one for each band</source>
      <translation>ses métadonnées disent {} {} : attendu une liste de nombres, un par bande</translation>
    </message>
    <message>
      <source>its metadata say {} {}: tiles here are square, as high as wide</source>
      <translation>ses métadonnées disent {} {} : les tuiles sont carrées ici, aussi hautes que larges</translation>
    </message>
    <message>
      <source>its metadata name classes of {} heads: models here have one</source>
      <translation>ses métadonnées nomment les classes de {} têtes : ici les modèles en ont une</translation>
    </message>
    <message>
      <source>the numbers of its {} are not 0, 1, 2 and so on: {}</source>
      <translation>les numéros de ses {} ne sont pas 0, 1, 2 et ainsi de suite : {}</translation>
    </message>
    <message>
      <source>its {} are no names: {}</source>
      <translation>ses {} ne sont pas des noms : {}</translation>
    </message>
    <message>
      <source>it is a model for {}: detect, segment, obb and classify are known</source>
      <translation>c’est un modèle pour {} : detect, segment, obb et classify sont connus</translation>
    </message>
    <message>
      <source>it is {}, which no tool here runs: Segmentor and Detector can be imported</source>
      <translation>c’est {}, qu’aucun outil n’exécute ici : Segmentor et Detector peuvent être importés</translation>
    </message>
    <message>
      <source>small areas stay in the map (the file says seg_small_segment {}): leave out small polygons by their area</source>
      <translation>les petites surfaces restent dans la carte (le fichier dit seg_small_segment {}) : écartez les petits polygones par leur surface</translation>
    </message>
    <message>
      <source>objects are boxes: their masks are left out</source>
      <translation>les objets sont des boîtes : leurs masques sont laissés de côté</translation>
    </message>
    <message>
      <source>its metadata say {} alone: mean and std belong together, add the other or remove it</source>
      <translation>ses métadonnées ne disent que {} : mean et std vont ensemble, ajoutez l’autre ou retirez-le</translation>
    </message>
    <message>
      <source>{} gives no numbers (NaN or infinite) for an image: it is damaged</source>
      <translation>{} ne donne pas de nombres (NaN ou infini) pour une image : il est endommagé</translation>
    </message>
    <message>
      <source>{} gives {} outputs ({}); models for {} here give {} of batch x {}: export it with that head alone</source>
      <translation>{} donne {} sorties ({}) ; les modèles pour {} donnent ici {} de lot x {} : exportez-le avec cette seule tête</translation>
    </message>
    <message>
      <source>{} gives maps of {} x {} pixels for tiles of {} x {}</source>
      <translation>{} donne des cartes de {} x {} pixels pour des tuiles de {} x {}</translation>
    </message>
    <message>
      <source>{}: mean and std belong together: give both, or neither</source>
      <translation>{} : mean et std vont ensemble : donnez les deux, ou aucun</translation>
    </message>
    <message>
      <source>{} named; {} takes {}: name so many, in its order</source>
      <translation>{} nommées ; {} en prend {} : nommez-en autant, dans son ordre</translation>
    </message>
    <message>
      <source>tiles of {} pixels are asked for; {} takes {} alone</source>
      <translation>des tuiles de {} pixels sont demandées ; {} ne prend que {}</translation>
    </message>
    <message>
      <source>values from {:g} to {:g} are stated; {} takes bytes, 0 to 255</source>
      <translation>des valeurs de {:g} à {:g} sont annoncées ; {} prend des octets, de 0 à 255</translation>
    </message>
    <message>
      <source>{} has no output {}; it has {}</source>
      <translation>{} n’a pas de sortie {} ; il a {}</translation>
    </message>
    <message>
      <source>{} gives scores from {:.3g} to {:.3g}, not from 0 to 1: it is not of the kind that it is said to be, or was exported without its last step</source>
      <translation>{} donne des scores de {:.3g} à {:.3g}, pas de 0 à 1 : il n’est pas du type annoncé, ou a été exporté sans sa dernière étape</translation>
    </message>
    <message>
      <source>{} gives something else when its operator set is raised: export it again with opset 17</source>
      <translation>{} donne autre chose quand son jeu d’opérateurs est relevé : réexportez-le avec l’opset 17</translation>
    </message>
    <message>
      <source>there is no data set {}; known: {}</source>
      <translation>il n’y a pas de jeu de données {} ; connus : {}</translation>
    </message>
    <message>
      <source>{} has {} classes for {}, the checkpoint {} for {}. Data sets that fit: {}</source>
      <translation>{} a {} classes pour {}, le checkpoint {} pour {}. Jeux de données qui conviennent : {}</translation>
    </message>
    <message>
      <source>this {} has {} and does not say which: name its data set, one of {}, or give the names of its classes</source>
      <translation>ce {} a {} et ne dit pas lesquelles : nommez son jeu de données, un de {}, ou donnez les noms de ses classes</translation>
    </message>
    <message>
      <source>this {} has {}, as no known data set has, and does not say which: give their names in its order</source>
      <translation>ce {} a {}, comme aucun jeu de données connu, et ne dit pas lesquelles : donnez leurs noms dans son ordre</translation>
    </message>
    <message>
      <source>ground resolution {:g} m is not above 0</source>
      <translation>la résolution au sol {:g} m n’est pas supérieure à 0</translation>
    </message>
    <message>
      <source>{} class names were given; the checkpoint has {}</source>
      <translation>{} noms de classes ont été donnés ; le checkpoint en a {}</translation>
    </message>
    <message>
      <source>{} colours were given for {} classes: give one for each</source>
      <translation>{} couleurs ont été données pour {} classes : donnez-en une par classe</translation>
    </message>
    <message>
      <source>the name {} has no letter or digit of a to z and 0 to 9, which an id needs</source>
      <translation>le nom {} n’a ni lettre de a à z ni chiffre de 0 à 9, qu’il faut à un identifiant</translation>
    </message>
    <message>
      <source>a model called {} exists: choose another name</source>
      <translation>un modèle nommé {} existe : choisissez un autre nom</translation>
    </message>
    <message>
      <source>{} is no checkpoint: expected a .pth, .pt or .ckpt of PyTorch, or .safetensors</source>
      <translation>{} n’est pas un checkpoint : attendu un .pth, .pt ou .ckpt de PyTorch, ou .safetensors</translation>
    </message>
    <message>
      <source>{} holds no weights: expected a state dict, bare or as one of {}</source>
      <translation>{} ne contient pas de poids : attendu un state_dict, seul ou sous l’un de {}</translation>
    </message>
    <message>
      <source>{} is a compressed archive, which PyTorch does not write: unpack it first</source>
      <translation>{} est une archive compressée, que PyTorch n’écrit pas : décompressez-la d’abord</translation>
    </message>
    <message>
      <source>{} is damaged: its entries claim more than the file holds</source>
      <translation>{} est endommagé : ses entrées annoncent plus que le fichier ne contient</translation>
    </message>
    <message>
      <source>{} is a TorchScript program, not weights: import the checkpoint it was made from, or export the model to ONNX and import that</source>
      <translation>{} est un programme TorchScript, pas des poids : importez le checkpoint d’origine, ou exportez le modèle en ONNX et importez cela</translation>
    </message>
    <message>
      <source>{} is a zip archive but no checkpoint of PyTorch</source>
      <translation>{} est une archive zip mais pas un checkpoint de PyTorch</translation>
    </message>
    <message>
      <source>{} is damaged: {} does not fit its checksum; download it again</source>
      <translation>{} est endommagé : {} ne correspond pas à sa somme de contrôle ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>{} is damaged or cut off ({}); download it again</source>
      <translation>{} est endommagé ou tronqué ({}) ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>{} is damaged, or no checkpoint: PyTorch cannot load its weights. Download it again; if that does not help, save the model's state_dict() and import that</source>
      <translation>{} est endommagé, ou n’est pas un checkpoint : PyTorch ne peut charger ses poids. Téléchargez-le à nouveau ; si cela n’aide pas, enregistrez le state_dict() du modèle et importez cela</translation>
    </message>
    <message>
      <source>{} is damaged: its header claims {:,} bytes, the file has {:,}</source>
      <translation>{} est endommagé : son en-tête annonce {:,} octets, le fichier en a {:,}</translation>
    </message>
    <message>
      <source>{} is damaged: its weights cannot be read ({}); download it again</source>
      <translation>{} est endommagé : ses poids ne peuvent être lus ({}) ; téléchargez-le à nouveau</translation>
    </message>
    <message>
      <source>{}: entries among the weights are no plain tensors of numbers: {}</source>
      <translation>{} : des entrées parmi les poids ne sont pas de simples tenseurs de nombres : {}</translation>
    </message>
    <message>
      <source>{} looks like {} of width {}; known are {}</source>
      <translation>{} ressemble à {} de largeur {} ; connues : {}</translation>
    </message>
    <message>
      <source>{} holds weights of another network: none of {} is in it. Its names begin: {}</source>
      <translation>{} contient les poids d’un autre réseau : rien de {} n’y est. Ses noms commencent : {}</translation>
    </message>
    <message>
      <source>{} holds a backbone alone ({}), which names no classes: it is a start for training, not a model. Import a checkpoint that was trained for scenes, segmentation, change or detection</source>
      <translation>{} ne contient qu’un backbone ({}), qui ne nomme pas de classes : c’est un départ pour l’entraînement, pas un modèle. Importez un checkpoint entraîné pour les scènes, la segmentation, le changement ou la détection</translation>
    </message>
    <message>
      <source>{} looks like {}, which is not known; known: {}</source>
      <translation>{} ressemble à {}, qui n’est pas connu ; connus : {}</translation>
    </message>
    <message>
      <source>{} has {} classes; models have up to {}.{}</source>
      <translation>{} a {} classes ; les modèles en ont jusqu’à {}.{}</translation>
    </message>
    <message>
      <source>{}: there is no {} of {}</source>
      <translation>{} : il n’y a pas de {} de {}</translation>
    </message>
    <message>
      <source>{} is not quite {}; {}</source>
      <translation>{} n’est pas tout à fait {} ; {}</translation>
    </message>
    <message>
      <source>{} holds values that are no numbers (NaN or infinite): {}</source>
      <translation>{} contient des valeurs qui ne sont pas des nombres (NaN ou infini) : {}</translation>
    </message>
    <message>
      <source>these weights give no numbers (NaN or infinite) for an image: they are damaged</source>
      <translation>ces poids ne donnent pas de nombres (NaN ou infini) pour une image : ils sont endommagés</translation>
    </message>
    <message>
      <source>the exported model differs from the network on {} tiles, {:.3g} times what is allowed: it was not kept. Please report it with the name of the checkpoint</source>
      <translation>le modèle exporté diffère du réseau sur {} tuiles, {:.3g} fois ce qui est permis : il n’a pas été gardé. Merci de le signaler avec le nom du checkpoint</translation>
    </message>
    <message>
      <source>{} is not written as PyTorch writes weights ({}): refused unread</source>
      <translation>{} n’est pas écrit comme PyTorch écrit des poids ({}) : refusé sans lecture</translation>
    </message>
    <message>
      <source>{} is damaged: its index cannot be read ({})</source>
      <translation>{} est endommagé : son index ne peut être lu ({})</translation>
    </message>
    <message>
      <source>{} is a YOLO model as its training saves it ({}), which only its own program can load: export it to ONNX there (format=onnx, or export.py --include onnx) and import that</source>
      <translation>{} est un modèle YOLO tel que son entraînement l’enregistre ({}), que seul son propre programme peut charger : exportez-le là en ONNX (format=onnx, ou export.py --include onnx) et importez cela</translation>
    </message>
    <message>
      <source>{} asks for Python objects that are no weights ({}). Loading such a file could run code, so it is refused unread. If it holds a whole model, save the model's state_dict() and import that</source>
      <translation>{} demande des objets Python qui ne sont pas des poids ({}). Charger un tel fichier pourrait exécuter du code, il est donc refusé sans lecture. S’il contient un modèle entier, enregistrez le state_dict() du modèle et importez cela</translation>
    </message>
    <message>
      <source>Buildings from drone imagery (Banepa, Oriented R-CNN on LWGANet-L0)</source>
      <translation>Bâtiments sur images de drone (Banepa, Oriented R-CNN sur LWGANet-L0)</translation>
    </message>
    <message>
      <source>Outlines buildings in true-colour drone imagery with one rotated rectangle each. Learnt from 1,084 buildings of one dense town in Nepal: flat concrete and metal roofs, many of them attached. Rectangles are loose on L-shaped roofs; train your own for another building style.</source>
      <translation>Entoure chaque bâtiment d'un rectangle orienté sur des images de drone en couleurs naturelles. Appris sur 1 084 bâtiments d'une ville dense du Népal : toits plats en béton et en métal, souvent mitoyens. Les rectangles sont lâches autour des toits en L ; pour un autre style de construction, entraînez votre propre modèle.</translation>
    </message>
    <message>
      <source>Rectangles are loose on L-shaped roofs; densely attached roofs; one town and one flight, so test buildings resemble the training ones.</source>
      <translation>Rectangles lâches autour des toits en L ; toits mitoyens et serrés ; une seule ville et un seul vol, si bien que les bâtiments de test ressemblent à ceux de l'entraînement.</translation>
    </message>
    <message>
      <source>Building</source>
      <translation>Bâtiment</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rouge</translation>
    </message>
    <message>
      <source>green</source>
      <translation>vert</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>bleu</translation>
    </message>
    <message>
      <source>Aerial land cover (Dubai, UNetFormer on LWGANet-L0)</source>
      <translation>Occupation du sol sur images aériennes (Dubaï, UNetFormer sur LWGANet-L0)</translation>
    </message>
    <message>
      <source>Buildings, unpaved land, road, vegetation and water in true-colour aerial imagery. Learnt from six areas of one desert city, at ground resolutions that the publisher does not state, and from vegetation, water and bare ground of two Californian cities at 0.6 m. In a third it finds vegetation (overlap 0.65); buildings and roads are known from the desert city alone.</source>
      <translation>Bâtiments, sol non revêtu, route, végétation et eau sur des images aériennes en couleurs naturelles. Appris sur six zones d'une ville du désert, à des résolutions au sol que l'éditeur n'indique pas, et sur la végétation, l'eau et le sol nu de deux villes californiennes à 0,6 m. Dans une troisième, il trouve la végétation (recouvrement 0,65) ; il ne connaît les bâtiments et les routes que de la ville du désert.</translation>
    </message>
    <message>
      <source>The desert imagery has no coordinates: its ground resolution is an estimate, and with it the range. One split of one city; of the other tiles two were held out from a network of five epochs.</source>
      <translation>Les images du désert n'ont pas de coordonnées : leur résolution au sol est estimée, et la plage avec elle. Un seul découpage d'une seule ville ; parmi les autres tuiles, deux ont été écartées d'un réseau de cinq époques.</translation>
    </message>
    <message>
      <source>Unpaved land</source>
      <translation>Sol non revêtu</translation>
    </message>
    <message>
      <source>Road</source>
      <translation>Route</translation>
    </message>
    <message>
      <source>Vegetation</source>
      <translation>Végétation</translation>
    </message>
    <message>
      <source>Water</source>
      <translation>Eau</translation>
    </message>
    <message>
      <source>Sentinel-2 scene classes (EuroSAT, LWGANet-L0)</source>
      <translation>Classes de scènes Sentinel-2 (EuroSAT, LWGANet-L0)</translation>
    </message>
    <message>
      <source>Names the land use of 640 m cells of 10 m Sentinel-2 imagery in Europe: ten classes, true colour, at the top of the atmosphere (Level-1C) or corrected for it (Level-2A). Trained on chosen, clear patches that each show one class; a cell of mixed use, cloud, snow or another continent is outside what it knows, and open water of ports is named otherwise in one cell of ten.</source>
      <translation>Nomme l'occupation du sol de cellules de 640 m d'images Sentinel-2 à 10 m en Europe : dix classes, couleurs naturelles, au sommet de l'atmosphère (Level-1C) ou corrigées de celle-ci (Level-2A). Entraîné sur des extraits choisis et dégagés qui montrent chacun une seule classe ; une cellule d'usage mixte, des nuages, de la neige ou un autre continent sont hors de ce qu'il connaît, et l'eau libre des ports est nommée autrement dans une cellule sur dix.</translation>
    </message>
    <message>
      <source>Patches of one scene lie on both sides of the random split, so leakage between neighbours cannot be excluded. Level-2A is simulated from Level-1C, for training and for the figure.</source>
      <translation>Des extraits d'une même scène se trouvent des deux côtés du découpage aléatoire ; une fuite entre voisins ne peut être exclue. Le Level-2A est simulé à partir du Level-1C, pour l'entraînement comme pour le chiffre.</translation>
    </message>
    <message>
      <source>Annual crop</source>
      <translation>Culture annuelle</translation>
    </message>
    <message>
      <source>Forest</source>
      <translation>Forêt</translation>
    </message>
    <message>
      <source>Herbaceous vegetation</source>
      <translation>Végétation herbacée</translation>
    </message>
    <message>
      <source>Highway</source>
      <translation>Autoroute</translation>
    </message>
    <message>
      <source>Industrial</source>
      <translation>Zone industrielle</translation>
    </message>
    <message>
      <source>Pasture</source>
      <translation>Pâturage</translation>
    </message>
    <message>
      <source>Permanent crop</source>
      <translation>Culture permanente</translation>
    </message>
    <message>
      <source>Residential</source>
      <translation>Zone résidentielle</translation>
    </message>
    <message>
      <source>River</source>
      <translation>Rivière</translation>
    </message>
    <message>
      <source>Sea or lake</source>
      <translation>Mer ou lac</translation>
    </message>
    <message>
      <source>Open-water change in aerial RGB (NAIP, A2Net on LWGANet-L0)</source>
      <translation>Changement d'eau libre sur images aériennes (NAIP, A2Net sur LWGANet-L0)</translation>
    </message>
    <message>
      <source>Gain and loss of open water between two dates of true-colour aerial imagery at 5 m. Labels were made by a water index and the model saw one landscape of lakes and wetlands (North Dakota): it does not find other kinds of change.</source>
      <translation>Gain et perte d'eau libre entre deux dates d'images aériennes en couleurs naturelles à 5 m. L'étiquetage vient d'un indice d'eau et le modèle n'a vu qu'un paysage de lacs et de zones humides (Dakota du Nord) : il ne trouve pas d'autres types de changement.</translation>
    </message>
    <message>
      <source>Labels are automatic (difference of a water index between the dates), one landscape.</source>
      <translation>Étiquetage automatique (différence d'un indice d'eau entre les dates), un seul paysage.</translation>
    </message>
    <message>
      <source>No change</source>
      <translation>Pas de changement</translation>
    </message>
    <message>
      <source>Open-water change</source>
      <translation>Changement d'eau libre</translation>
    </message>
  </context>
  <context>
    <name>LicenseDialog</name>
    <message>
      <source>Licence of the model</source>
      <translation>Licence du modèle</translation>
    </message>
    <message>
      <source>{} will be downloaded, from the catalogue '{}'.</source>
      <translation>{} seront téléchargés, du catalogue '{}'.</translation>
    </message>
    <message>
      <source>I accept these terms</source>
      <translation>J'accepte ces conditions</translation>
    </message>
    <message>
      <source>Without that, nothing is downloaded.</source>
      <translation>Sans cela, rien n'est téléchargé.</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Télécharger</translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message>
      <source>The models at hand, and those that catalogues have.</source>
      <translation>Les modèles disponibles, et ceux des catalogues.</translation>
    </message>
  </context>
  <context>
    <name>LwganetProvider</name>
    <message>
      <source>LWGANet remote-sensing networks</source>
      <translation>Réseaux LWGANet pour la télédétection</translation>
    </message>
  </context>
  <context>
    <name>MeasuringRow</name>
    <message>
      <source>Measuring shift and brightness…</source>
      <translation>Mesure du décalage et de la luminosité…</translation>
    </message>
    <message>
      <source>The pixels are fetched and compared. A run makes it wait.</source>
      <translation>Les pixels sont récupérés et comparés. Une exécution passe avant.</translation>
    </message>
    <message>
      <source>Skip</source>
      <translation>Passer</translation>
    </message>
    <message>
      <source>Stops measuring; the pair can be run all the same.</source>
      <translation>Arrête la mesure ; on peut exécuter quand même.</translation>
    </message>
    <message>
      <source>Measure again</source>
      <translation>Mesurer à nouveau</translation>
    </message>
    <message>
      <source>Measures how the two images lie and how bright they are.</source>
      <translation>Mesure la position et la luminosité des deux images.</translation>
    </message>
  </context>
  <context>
    <name>ModelsWindow</name>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>Catalogues…</source>
      <translation>Catalogues…</translation>
    </message>
    <message>
      <source>Lists of models that can be downloaded, by URL or file.</source>
      <translation>Listes de modèles à télécharger, par URL ou fichier.</translation>
    </message>
    <message>
      <source>Publish…</source>
      <translation>Publier…</translation>
    </message>
    <message>
      <source>Copies your models into a folder, with a catalogue and a STAC collection, for others.</source>
      <translation>Copie vos modèles dans un dossier pour d'autres, avec un catalogue et une collection STAC.</translation>
    </message>
    <message>
      <source>Makes a model of yours of a file or a folder.</source>
      <translation>Fait d'un fichier ou d'un dossier un de vos modèles.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Importer</translation>
    </message>
    <message>
      <source>Checkpoint or ONNX file…</source>
      <translation>Checkpoint ou fichier ONNX…</translation>
    </message>
    <message>
      <source>Model folder…</source>
      <translation>Dossier de modèle…</translation>
    </message>
    <message>
      <source>Zip of a model folder…</source>
      <translation>Zip d'un dossier de modèle…</translation>
    </message>
    <message>
      <source>No model is like that. Ask for less, or look into a catalogue.</source>
      <translation>Aucun modèle ne correspond. Demandez moins, ou voyez un catalogue.</translation>
    </message>
    <message>
      <source>Model folder</source>
      <translation>Dossier de modèle</translation>
    </message>
    <message>
      <source>Zip of a model folder</source>
      <translation>Zip d'un dossier de modèle</translation>
    </message>
    <message>
      <source>'{}' is the id of a model that comes with the plugin: it cannot be replaced.</source>
      <translation>'{}' est l'identifiant d'un modèle livré avec l'extension : il ne peut pas être remplacé.</translation>
    </message>
    <message>
      <source>There is a model '{}' already. Replace it?</source>
      <translation>Il y a déjà un modèle '{}'. Le remplacer ?</translation>
    </message>
    <message>
      <source>Delete {} and its files?</source>
      <translation>Supprimer {} et ses fichiers ?</translation>
    </message>
    <message>
      <source>STAC item</source>
      <translation>Item STAC</translation>
    </message>
    <message>
      <source>Folder to publish in</source>
      <translation>Dossier où publier</translation>
    </message>
    <message>
      <source>{} holds a catalogue already. Replace it?</source>
      <translation>{} contient déjà un catalogue. Le remplacer ?</translation>
    </message>
  </context>
  <context>
    <name>OlderEngines</name>
    <message>
      <source>Engines on this computer</source>
      <translation>Moteurs sur cet ordinateur</translation>
    </message>
    <message>
      <source>in use</source>
      <translation>utilisé</translation>
    </message>
    <message>
      <source>of another version of the plugin</source>
      <translation>d'une autre version de l'extension</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Utiliser</translation>
    </message>
    <message>
      <source>Runs models with this engine from now on.</source>
      <translation>Calcule désormais les modèles avec ce moteur.</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>Removes this engine's files.</source>
      <translation>Supprime les fichiers de ce moteur.</translation>
    </message>
    <message>
      <source>Delete the engine {} in {}?</source>
      <translation>Supprimer le moteur {} dans {} ?</translation>
    </message>
    <message>
      <source>It is in use: no model runs until there is another.</source>
      <translation>Il est utilisé : aucun modèle ne fonctionne tant qu'il n'y en a pas d'autre.</translation>
    </message>
  </context>
  <context>
    <name>OptionsPage</name>
    <message>
      <source>What models run on, where a tool does not say: auto takes a graphics card where it can, cuda:1 is the second NVIDIA card, directml any card on Windows.</source>
      <translation>Ce sur quoi tournent les modèles, si un outil n'indique rien : auto prend une carte graphique si possible, cuda:1 est la deuxième carte NVIDIA, directml n'importe quelle carte sous Windows.</translation>
    </message>
    <message>
      <source>Of the processor, that a model may use.</source>
      <translation>Du processeur, qu'un modèle peut utiliser.</translation>
    </message>
    <message>
      <source>as many as there are</source>
      <translation>autant qu'il y en a</translation>
    </message>
    <message>
      <source>Gigabytes that a model may take that did not come with the plugin. 0: no limit.</source>
      <translation>Gigaoctets que peut prendre un modèle qui n'est pas fourni avec l'extension. 0 : pas de limite.</translation>
    </message>
    <message>
      <source>three quarters of this computer's</source>
      <translation>les trois quarts de celle de cet ordinateur</translation>
    </message>
    <message>
      <source>Your own models, a folder each.</source>
      <translation>Les modèles personnels, un dossier chacun.</translation>
    </message>
    <message>
      <source>Running models</source>
      <translation>Exécution des modèles</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>Dossiers</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Fils d'exécution</translation>
    </message>
    <message>
      <source>Memory (GB)</source>
      <translation>Mémoire (Go)</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Journaux</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>An engine that failed leaves its log here, in a folder lwganet-engine-…; messages name it.</source>
      <translation>Un moteur qui a échoué laisse ici son journal, dans un dossier lwganet-engine-… ; les messages le nomment.</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>The card of the model: what it knows, what not, how good it is, on what terms.</source>
      <translation>La fiche du modèle : ce qu'il sait, ce qu'il ne sait pas, ce qu'il vaut, à quelles conditions.</translation>
    </message>
  </context>
  <context>
    <name>ProgressRow</name>
    <message>
      <source>How many changes have a verdict.</source>
      <translation>Combien de changements ont un verdict.</translation>
    </message>
    <message>
      <source>How many there are of each verdict.</source>
      <translation>Combien il y en a pour chaque verdict.</translation>
    </message>
    <message>
      <source>{done} of {total} reviewed</source>
      <translation>{done} sur {total} vérifiés</translation>
    </message>
    <message>
      <source>{} not listed</source>
      <translation>{} non listés</translation>
    </message>
  </context>
  <context>
    <name>Reshape</name>
    <message>
      <source>Drag a corner. A double click on the line adds one, Del takes one away.</source>
      <translation>Tirez un sommet. Un double-clic sur la ligne en ajoute un, Suppr en enlève un.</translation>
    </message>
    <message>
      <source>Click the points of a line across the change, from outside to outside.</source>
      <translation>Cliquez les points d'une ligne à travers le changement, de l'extérieur à l'extérieur.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Couper</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Contour</translation>
    </message>
  </context>
  <context>
    <name>ReviewModel</name>
    <message>
      <source>{verdict}: {count}</source>
      <translation>{verdict} : {count}</translation>
    </message>
    <message>
      <source>Note on {}</source>
      <translation>Note sur {}</translation>
    </message>
    <message>
      <source>Probability of change, 0 to 1: the mean over the polygon</source>
      <translation>Probabilité de changement, de 0 à 1 : moyenne sur le polygone</translation>
    </message>
    <message>
      <source>Area (px)</source>
      <translation>Surface (px)</translation>
    </message>
    <message>
      <source>Area (m²)</source>
      <translation>Surface (m²)</translation>
    </message>
    <message>
      <source>No.</source>
      <translation>N°</translation>
    </message>
    <message>
      <source>P</source>
      <translation>P</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>{who}: {verdict}, {when}</source>
      <translation>{who} : {verdict}, {when}</translation>
    </message>
  </context>
  <context>
    <name>ReviewPanel</name>
    <message>
      <source>Note</source>
      <translation>Note</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>m²</source>
      <translation>m²</translation>
    </message>
    <message>
      <source>Accept: it is a change</source>
      <translation>Accepter : c'est un changement</translation>
    </message>
    <message>
      <source>Reject: nothing changed here</source>
      <translation>Rejeter : rien n'a changé ici</translation>
    </message>
    <message>
      <source>Unsure: to be looked at again</source>
      <translation>Incertain : à revoir</translation>
    </message>
    <message>
      <source>The next change</source>
      <translation>Le changement suivant</translation>
    </message>
    <message>
      <source>The change before</source>
      <translation>Le changement précédent</translation>
    </message>
    <message>
      <source>Write a note on the change</source>
      <translation>Écrire une note sur le changement</translation>
    </message>
    <message>
      <source>Change the outline</source>
      <translation>Modifier le contour</translation>
    </message>
    <message>
      <source>Split the change along a line</source>
      <translation>Couper le changement le long d'une ligne</translation>
    </message>
    <message>
      <source>Merge the selected changes</source>
      <translation>Fusionner les changements choisis</translation>
    </message>
    <message>
      <source>Take the last word back</source>
      <translation>Annuler le dernier verdict</translation>
    </message>
    <message>
      <source>Give it again</source>
      <translation>Le rétablir</translation>
    </message>
    <message>
      <source>Another reviewer's copy of this review</source>
      <translation>La copie de cette vérification d'un autre vérificateur</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>There is nothing in this copy that is not known here.</source>
      <translation>Cette copie ne contient rien qui ne soit déjà connu ici.</translation>
    </message>
    <message>
      <source>Take in: {}</source>
      <translation>Reprendre : {}</translation>
    </message>
    <message>
      <source>What there is to say of this change; Enter saves it.</source>
      <translation>Ce qu'il y a à dire de ce changement ; Entrée l'enregistre.</translation>
    </message>
  </context>
  <context>
    <name>ReviewTable</name>
    <message>
      <source>The changes. A click on a heading sorts them, a double click on a note edits it. A verdict counts for all selected rows and is undone as one.</source>
      <translation>Les changements. Un clic sur un en-tête les trie, un double-clic sur une note la modifie. Un verdict vaut pour toutes les lignes sélectionnées et s'annule d'un coup.</translation>
    </message>
  </context>
  <context>
    <name>RunPanel</name>
    <message>
      <source>What the model runs on; auto takes a graphics card where it can.</source>
      <translation>Sur quoi le modèle s'exécute ; auto prend une carte graphique si possible.</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <source>Runs the model on what the maps show.</source>
      <translation>Exécute le modèle sur ce que montrent les cartes.</translation>
    </message>
    <message>
      <source>Whole area</source>
      <translation>Toute la zone</translation>
    </message>
    <message>
      <source>Runs the model on all of the chosen area.</source>
      <translation>Exécute le modèle sur toute la zone choisie.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Stops the run; nothing is kept of it.</source>
      <translation>Arrête le calcul ; rien n'en est conservé.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Run the model on what the maps show</source>
      <translation>Exécuter le modèle sur ce que montrent les cartes</translation>
    </message>
    <message>
      <source>Run the model on the whole area</source>
      <translation>Exécuter le modèle sur toute la zone</translation>
    </message>
    <message>
      <source>Next: Preview shows what the model finds in view.</source>
      <translation>Ensuite : l'aperçu montre ce que le modèle trouve à l'écran.</translation>
    </message>
    <message>
      <source>The whole area took {} s.</source>
      <translation>Toute la zone a pris {} s.</translation>
    </message>
    <message>
      <source>The preview took {} s.</source>
      <translation>L'aperçu a pris {} s.</translation>
    </message>
    <message>
      <source>Next: &lt;a href="tune"&gt;tune&lt;/a&gt; it, then run the whole area.</source>
      <translation>Ensuite : &lt;a href="tune"&gt;ajustez&lt;/a&gt;, puis exécutez sur toute la zone.</translation>
    </message>
    <message>
      <source>Next: &lt;a href="tune"&gt;tune&lt;/a&gt; it, then begin the &lt;a href="review"&gt;review&lt;/a&gt;.</source>
      <translation>Ensuite : &lt;a href="tune"&gt;ajustez&lt;/a&gt;, puis commencez la &lt;a href="review"&gt;vérification&lt;/a&gt;.</translation>
    </message>
    <message>
      <source>Next: go on with the &lt;a href="review"&gt;review&lt;/a&gt;.</source>
      <translation>Ensuite : continuez la &lt;a href="review"&gt;vérification&lt;/a&gt;.</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>{} % done, {} left, {} million pixels a second.</source>
      <translation>{} % fait, reste {}, {} millions de pixels par seconde.</translation>
    </message>
  </context>
  <context>
    <name>RunningPage</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Stops at once; nothing is kept of it.</source>
      <translation>S'arrête aussitôt ; il n'en reste rien.</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>{} written, of about {}</source>
      <translation>{} écrits, sur environ {}</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Arrêt…</translation>
    </message>
  </context>
  <context>
    <name>SeriesPanel</name>
    <message>
      <source>Tick the images of the series; they are sorted by date. Drag to change the order.</source>
      <translation>Cocher les images de la série ; elles sont triées par date. Les faire glisser pour changer l'ordre.</translation>
    </message>
    <message>
      <source>Where the rasters and polygons of all pairs are kept.</source>
      <translation>Où sont conservés les rasters et les polygones de toutes les paires.</translation>
    </message>
    <message>
      <source>Run on the series</source>
      <translation>Calculer la série</translation>
    </message>
    <message>
      <source>Compares each image with the next, with the model, area and tuning of the other tabs.</source>
      <translation>Compare chaque image à la suivante, avec le modèle, la zone et les réglages des autres onglets.</translation>
    </message>
    <message>
      <source>Choose a pair to look at, tune and review it.</source>
      <translation>Choisir une paire pour la regarder, l'ajuster et la vérifier.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Images, in order of time</source>
      <translation>Images, dans l'ordre du temps</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Paires</translation>
    </message>
    <message>
      <source>Tick two images or more.</source>
      <translation>Cocher deux images ou plus.</translation>
    </message>
    <message>
      <source>Choose a folder for the results.</source>
      <translation>Choisir un dossier pour les résultats.</translation>
    </message>
    <message>
      <source>First change: {}</source>
      <translation>Premier changement : {}</translation>
    </message>
  </context>
  <context>
    <name>SetUpWindow</name>
    <message>
      <source>Engine</source>
      <translation>Moteur</translation>
    </message>
    <message>
      <source>Setting up the engine: {}</source>
      <translation>Installation du moteur : {}</translation>
    </message>
    <message>
      <source>Trying {}</source>
      <translation>Essai de {}</translation>
    </message>
    <message>
      <source>Making a folder of wheels</source>
      <translation>Création d'un dossier de wheels</translation>
    </message>
    <message>
      <source>It is in {} and has passed its test.</source>
      <translation>Il se trouve dans {} et a réussi son test.</translation>
    </message>
    <message>
      <source>{} has passed its test and is used from now on.</source>
      <translation>{} a réussi le test et sera désormais utilisé.</translation>
    </message>
    <message>
      <source>{} files are in {}. Carry the folder to the other computer and choose there: Install from a folder of wheels.</source>
      <translation>{} fichiers sont dans {}. Porter le dossier sur l'autre ordinateur et y choisir : Depuis un dossier de wheels.</translation>
    </message>
    <message>
      <source>The folder is ready</source>
      <translation>Le dossier est prêt</translation>
    </message>
    <message>
      <source>Python of the engine</source>
      <translation>Python du moteur</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>Dossier de wheels</translation>
    </message>
    <message>
      <source>Where to put the folder's files</source>
      <translation>Où mettre les fichiers du dossier</translation>
    </message>
  </context>
  <context>
    <name>ShapeRow</name>
    <message>
      <source>Outline</source>
      <translation>Contour</translation>
    </message>
    <message>
      <source>Changes the outline on either map.</source>
      <translation>Modifie le contour sur l'une des cartes.</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Couper</translation>
    </message>
    <message>
      <source>Splits the change along a line.</source>
      <translation>Coupe le changement le long d'une ligne.</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Fusionner</translation>
    </message>
    <message>
      <source>Makes one change of those selected in the table.</source>
      <translation>Fait un seul changement de ceux choisis dans la table.</translation>
    </message>
    <message>
      <source>Compare…</source>
      <translation>Comparer…</translation>
    </message>
    <message>
      <source>Takes in what another reviewer said in a copy of this file; disagreements can be listed.</source>
      <translation>Reprend ce qu'un autre vérificateur a dit dans une copie de ce fichier ; les désaccords peuvent être listés.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Garder</translation>
    </message>
    <message>
      <source>Saves the outline as it is drawn.</source>
      <translation>Enregistre le contour tel qu'il est dessiné.</translation>
    </message>
    <message>
      <source>Give up</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <source>Leaves the outline as it was.</source>
      <translation>Laisse le contour tel quel.</translation>
    </message>
  </context>
  <context>
    <name>ToolRun</name>
    <message>
      <source>The layers cannot be read.</source>
      <translation>Impossible de lire les couches.</translation>
    </message>
  </context>
  <context>
    <name>TunePanel</name>
    <message>
      <source>Pixels whose probability is above it count as change.</source>
      <translation>Les pixels de probabilité supérieure comptent comme un changement.</translation>
    </message>
    <message>
      <source>How often each probability occurs in view. Drag the threshold.</source>
      <translation>Fréquence de chaque probabilité dans la vue. Le seuil peut être déplacé à la souris.</translation>
    </message>
    <message>
      <source>Smaller polygons are left out.</source>
      <translation>Les polygones plus petits sont écartés.</translation>
    </message>
    <message>
      <source>Joins pieces that are less than twice this apart.</source>
      <translation>Relie les morceaux séparés de moins du double de cette valeur.</translation>
    </message>
    <message>
      <source>Removes specks and threads narrower than twice this.</source>
      <translation>Enlève les points isolés et les filaments plus étroits que le double de cette valeur.</translation>
    </message>
    <message>
      <source>Outlines may leave the pixels' edges by so much.</source>
      <translation>Les contours peuvent s'écarter d'autant des bords des pixels.</translation>
    </message>
    <message>
      <source>Show the probability</source>
      <translation>Afficher la probabilité</translation>
    </message>
    <message>
      <source>Lays it over the image after.</source>
      <translation>La superpose à l'image après.</translation>
    </message>
    <message>
      <source>Review the changes…</source>
      <translation>Vérifier les changements…</translation>
    </message>
    <message>
      <source>Puts the polygons of the whole area into a GeoPackage to accept or reject them one by one.</source>
      <translation>Met les polygones de toute la zone dans un GeoPackage, pour les accepter ou les rejeter un par un.</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <source>Smallest area</source>
      <translation>Plus petite surface</translation>
    </message>
    <message>
      <source>Close gaps (pixels)</source>
      <translation>Combler les trous (pixels)</translation>
    </message>
    <message>
      <source>Remove specks (pixels)</source>
      <translation>Enlever les points (pixels)</translation>
    </message>
    <message>
      <source>Simplify</source>
      <translation>Simplifier</translation>
    </message>
    <message>
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <source>Nothing to tune yet: run a preview first.</source>
      <translation>Rien à ajuster pour l'instant : calculer d'abord un aperçu.</translation>
    </message>
    <message>
      <source>In view: {} polygons, {}.</source>
      <translation>Dans la vue : {} polygones, {}.</translation>
    </message>
    <message>
      <source>Images, model or corrections have changed since: run again to see what it does.</source>
      <translation>Les images, le modèle ou les corrections ont changé depuis : relancer le calcul pour en voir l'effet.</translation>
    </message>
  </context>
  <context>
    <name>VerdictRow</name>
    <message>
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <source>It is a change. Goes on to the next open one.</source>
      <translation>C'est un changement. Passe au prochain à traiter.</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <source>Nothing changed here. Goes on to the next open one.</source>
      <translation>Rien n'a changé ici. Passe au prochain à traiter.</translation>
    </message>
    <message>
      <source>Unsure</source>
      <translation>Incertain</translation>
    </message>
    <message>
      <source>To be looked at again. Goes on to the next open one.</source>
      <translation>À regarder de nouveau. Passe au prochain à traiter.</translation>
    </message>
    <message>
      <source>◀ Previous</source>
      <translation>◀ Précédent</translation>
    </message>
    <message>
      <source>Takes both maps to the one before.</source>
      <translation>Amène les deux cartes au précédent.</translation>
    </message>
    <message>
      <source>Next ▶</source>
      <translation>Suivant ▶</translation>
    </message>
    <message>
      <source>Takes both maps to the one after.</source>
      <translation>Amène les deux cartes au suivant.</translation>
    </message>
    <message>
      <source>Takes the last word back.</source>
      <translation>Annule le dernier verdict.</translation>
    </message>
    <message>
      <source>Gives it again.</source>
      <translation>Le rétablit.</translation>
    </message>
  </context>
  <context>
    <name>ViewBar</name>
    <message>
      <source>Side by side</source>
      <translation>Côte à côte</translation>
    </message>
    <message>
      <source>Both dates beside each other.</source>
      <translation>Les deux dates l'une à côté de l'autre.</translation>
    </message>
    <message>
      <source>Stacked</source>
      <translation>Superposées</translation>
    </message>
    <message>
      <source>One date above the other, for long images.</source>
      <translation>Une date au-dessus de l'autre, pour les images longues.</translation>
    </message>
    <message>
      <source>Swipe</source>
      <translation>Volet</translation>
    </message>
    <message>
      <source>One date over the other, with a handle between them.</source>
      <translation>Une date par-dessus l'autre, avec une poignée entre les deux.</translation>
    </message>
    <message>
      <source>Blink</source>
      <translation>Alternance</translation>
    </message>
    <message>
      <source>The two dates in turn.</source>
      <translation>Les deux dates tour à tour.</translation>
    </message>
    <message>
      <source>Moves the handle to the left, or shows the other date.</source>
      <translation>Déplace la poignée vers la gauche, ou montre l'autre date.</translation>
    </message>
    <message>
      <source>Moves the handle to the right, or shows the other date.</source>
      <translation>Déplace la poignée vers la droite, ou montre l'autre date.</translation>
    </message>
    <message>
      <source>Shows the images whole.</source>
      <translation>Montre les images en entier.</translation>
    </message>
    <message>
      <source>Zoom to images</source>
      <translation>Zoomer sur les images</translation>
    </message>
    <message>
      <source>Goes where QGIS's own map is.</source>
      <translation>Va là où se trouve la carte de QGIS.</translation>
    </message>
    <message>
      <source>Zoom to map</source>
      <translation>Zoomer sur la carte</translation>
    </message>
    <message>
      <source>Lays the visible layers of QGIS's own map over both dates.</source>
      <translation>Superpose aux deux dates les couches visibles de la carte de QGIS.</translation>
    </message>
    <message>
      <source>Map layers</source>
      <translation>Couches de la carte</translation>
    </message>
  </context>
  <context>
    <name>WorkBar</name>
    <message>
      <source>How far it is.</source>
      <translation>Où en est la tâche.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Stops what is being done; nothing of it is left.</source>
      <translation>Arrête ce qui est en cours ; il n'en reste rien.</translation>
    </message>
    <message>
      <source>{} of {}</source>
      <translation>{} sur {}</translation>
    </message>
  </context>
</TS>
